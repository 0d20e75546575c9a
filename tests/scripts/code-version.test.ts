/** The name of a demo's code changes with what its numbers depend on, and with nothing else. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { codeVersions as ofPage } from "virtual:code-versions";
import { codeVersion, demoClosure } from "../../scripts/code-version.ts";
import { importsOf } from "../../scripts/checkout/imports.ts";

const RING = "wgan/ring";
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), "checkout-"));
for (const part of ["src", "scripts", "public", "package.json", "package-lock.json"])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
afterAll(() => rmSync(copy, { recursive: true }));

const { files, packages } = await demoClosure(root, RING);
const usual = await codeVersion(RING, root);

async function withChange(path: string, change: (text: string) => string): Promise<string> {
  const before = readFileSync(join(copy, path), "utf8");
  writeFileSync(join(copy, path), change(before));
  try {
    return await codeVersion(RING, copy);
  } finally {
    writeFileSync(join(copy, path), before);
  }
}
const comment = (text: string): string => `${text}// changed\n`;

test("holds program, models, engine, kernels and what builds them, and nothing of the page", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "scripts/build-kernels.mjs",
      "src/engine/runner.ts",
      "src/math/kernels/assembly/gemm.ts",
      "src/math/kernels/assembly/simd.ts",
      "src/math/replay/stepper.ts",
      "src/papers/wgan/earth-mover.ts",
      "src/papers/wgan/ring/demo.ts",
      "src/papers/wgan/ring/program.ts",
    ]),
  );
  expect(
    files.filter((path) => /views|paper\.ts|src\/(ui|app|figure|notes)|\.wasm/.test(path)),
  ).toEqual([]);
  expect(packages).toEqual(
    expect.arrayContaining([
      "@tensorflow/tfjs-backend-wasm",
      "@tensorflow/tfjs-core",
      "assemblyscript",
    ]),
  );
});

test("is the same wherever the checkout lies, and what the page is given", async () => {
  expect(usual).toMatch(/^[0-9a-f]{10}$/);
  expect(await codeVersion(RING, copy)).toBe(usual);
  expect(ofPage[RING]).toBe(usual);
});

test.each([
  "src/papers/wgan/losses.ts",
  "src/papers/wgan/ring/demo.ts",
  "src/math/kernels/assembly/panel.ts",
  "src/engine/runner.ts",
])("changes with %s", async (path) => {
  expect(await withChange(path, comment)).not.toBe(usual);
});

test("changes with the version of a package that computes", async () => {
  const other = (lock: string): string =>
    lock.replace(/("node_modules\/@tensorflow\/tfjs-core": \{\s*"version": ")[^"]+/, "$199.0.0");
  expect(await withChange("package-lock.json", other)).not.toBe(usual);
});

test("changes with a data file that the demo declares", async () => {
  const declare = (text: string): string =>
    text.replace("outputs: {", 'assets: ["icon.svg"],\n  outputs: {');
  const declared = await withChange("src/papers/wgan/ring/demo.ts", declare);
  const path = join(copy, "public/icon.svg");
  const icon = readFileSync(path, "utf8");
  writeFileSync(path, `${icon}<!-- other data -->`);
  const changed = await withChange("src/papers/wgan/ring/demo.ts", declare);
  writeFileSync(path, icon);
  expect(new Set([usual, declared, changed]).size).toBe(3);
});

test.each(["src/papers/wgan/ring/views.tsx", "src/papers/wgan/paper.ts", "src/ui/Axes.tsx"])(
  "does not change with %s",
  async (path) => {
    expect(await withChange(path, comment)).toBe(usual);
  },
);

test("follows what runs, not what only the type checker reads", () => {
  const source = `import type { A } from "./a.ts";
import {
  type B,
  b,
} from "./b.ts";
export type { C } from "./c.ts";
const d = await import("./d.ts");
type E = import("./e.ts").E;
const f = new URL("./f.bin", import.meta.url);`;
  expect(importsOf("x/y.ts", source, { types: false }).imports).toEqual([
    "x/b.ts",
    "x/d.ts",
    "x/f.bin",
  ]);
  expect(importsOf("x/y.ts", source).imports).toHaveLength(6);
});
