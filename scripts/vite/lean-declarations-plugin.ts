/**
 * Demos' declarations as pages need them: what outputs are called and how they are shaped is for the worker and for commands, and
 * what is said of numbers that no chart shows is for none of a page's readers. Both would weigh on every page that shows a figure.
 * In the built page alone.
 */
import type { ESTree, Plugin } from "vite";
import { declaredDemo } from "../checkout/declared-demo.ts";

const DECLARATION = /\/src\/papers\/[^/]+\/[^/]+\/demo\.ts$/;

export const leanDeclarationsPlugin = (): Plugin => ({
  name: "lean-declarations",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  transform(code, id) {
    return DECLARATION.test(id) ? leanDeclaration(code, this.parse(code)) : undefined;
  },
});

/**
 * A module with its demo's `outputs` empty, and without `help` of numbers that have no chart; `program` is `code` as parsed. Throws
 * where its demo names no outputs.
 */
export function leanDeclaration(code: string, program: ESTree.Program): string {
  const demo = declaredDemo(program);
  const said = propertiesOf(demo?.type === "CallExpression" ? demo.arguments[0] : undefined);
  const { outputs, steps, measures } = said;
  if (!outputs) throw new Error("A demo that names no outputs where they can be left out.");
  const { metrics } = propertiesOf(steps?.value);
  const unsaid = [metrics, measures]
    .flatMap((numbers) => Object.values(propertiesOf(numbers?.value)))
    .map(({ value }) => propertiesOf(value))
    .flatMap(({ chart, help }) => (!chart && help ? help.value : []));
  return [
    ...unsaid.map(({ start, end }) => ({ start, end, by: '""' })),
    { ...outputs.value, by: "{}" },
  ]
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, by }) => all.slice(0, start) + by + all.slice(end), code);
}

/** By name. None where it is no object that is written out. */
function propertiesOf(object?: ESTree.Node): Readonly<Record<string, ESTree.ObjectProperty>> {
  const all = object?.type === "ObjectExpression" ? object.properties : [];
  return Object.fromEntries(
    all.flatMap((each) =>
      each.type === "Property" && each.key.type === "Identifier" ? [[each.key.name, each]] : [],
    ),
  );
}
