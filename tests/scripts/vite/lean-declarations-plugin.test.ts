import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { withoutOutputs } from "../../../scripts/vite/lean-declarations-plugin.ts";

const lean = (code: string): string => withoutOutputs(code, parseSync("demo.ts", code).program);

test("a demo's outputs are left out, and nothing else", () => {
  const before = "export const MOST = 3;\nexport const demo = defineDemo({ id: 'a/b', outputs: ";
  const after = ", presets: { outputs: { says: 'stays' } } });\n";
  expect(lean(`${before}{ x: { label: "}", shape: "[2]" } }${after}`)).toBe(`${before}{}${after}`);
});

test("a declaration that cannot be read is refused", () => {
  expect(() => lean("export const demo = defineDemo({ ...rest });")).toThrow(/names no outputs/);
  expect(() => lean("export const other = defineDemo({ outputs: {} });")).toThrow(
    /names no outputs/,
  );
});

test("nothing that pages are made of reads what is left out", () => {
  const readers = ["app", "engine/page", "figure", "ui"].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `src/${room}/${file}`)
      .filter((file) => /\bdemo\.outputs\b/.test(readFileSync(file, "utf8"))),
  );
  expect(readers).toEqual([]);
});
