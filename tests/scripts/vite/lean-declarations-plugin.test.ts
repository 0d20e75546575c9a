import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { leanDeclaration } from "../../../scripts/vite/lean-declarations-plugin.ts";

const lean = (code: string): string => leanDeclaration(code, parseSync("demo.ts", code).program);

test("a demo's outputs are left out, and nothing else", () => {
  const before = "export const MOST = 3;\nexport const demo = defineDemo({ id: 'a/b', outputs: ";
  const after = ", presets: { outputs: { says: 'stays' } } });\n";
  expect(lean(`${before}{ x: { label: "}", shape: "[2]" } }${after}`)).toBe(`${before}{}${after}`);
});

test("what is said of numbers goes where no chart shows them", () => {
  const numbers = (help: string): string =>
    `export const demo = defineDemo({ steps: { metrics: { a: { label: "a", help: ${help} } } }, measures: { b: { help: "Stays.", chart: "c" } }, outputs: {} });`;
  expect(lean(numbers('"Goes."'))).toBe(numbers('""'));
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
