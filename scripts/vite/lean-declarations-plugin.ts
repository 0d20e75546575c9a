/**
 * Demos' declarations as pages need them: what outputs are called and how they are shaped is for the worker and for commands, and
 * would weigh on every page that shows a figure. In the built page alone.
 */
import type { ESTree, Plugin } from "vite";
import { declaredDemo } from "../checkout/declared-demo.ts";

const DECLARATION = /\/src\/papers\/[^/]+\/[^/]+\/demo\.ts$/;

export const leanDeclarationsPlugin = (): Plugin => ({
  name: "lean-declarations",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  transform(code, id) {
    return DECLARATION.test(id) ? withoutOutputs(code, this.parse(code)) : undefined;
  },
});

/** A module with its demo's `outputs` empty; `program` is `code` as parsed. Throws where its demo names none. */
export function withoutOutputs(code: string, program: ESTree.Program): string {
  const demo = declaredDemo(program);
  const said = demo?.type === "CallExpression" ? demo.arguments[0] : undefined;
  const properties = said?.type === "ObjectExpression" ? said.properties : [];
  for (const property of properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    const { key, value } = property;
    if (key.name === "outputs") return code.slice(0, value.start) + "{}" + code.slice(value.end);
  }
  throw new Error("A demo that names no outputs where they can be left out.");
}
