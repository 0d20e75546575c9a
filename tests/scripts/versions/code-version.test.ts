/** The name of a demo's code changes with what may change its numbers, and with nothing else. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parts } from "../../../src/papers/wgan/paper.ts?demos";
import { codeOf, codeVersion, trainingVersion } from "../../../scripts/versions/code-version.ts";
import { PINNED } from "../../../scripts/versions/core-bits.ts";
import { ownCode } from "../../../scripts/versions/own-code.ts";

const RING = "wgan/ring";
const root = process.cwd();
const copy = mkdtempSync(join(tmpdir(), "checkout-"));
for (const part of ["src", "scripts", "public/weights", "public/icon.svg", "package.json"])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
afterAll(() => rmSync(copy, { recursive: true }));

const usual = await codeVersion(RING);
const paper = (file: string): string => `src/papers/wgan/${file}`;

/** The version after replacing `from` in a file by `to`. */
async function versionWith(
  path: string,
  from: string | RegExp,
  to: string,
  version = codeVersion,
): Promise<string> {
  const before = readFileSync(join(copy, path));
  const after = before.toString().replace(from, to);
  if (after === before.toString()) throw new Error(`${path} does not have ${String(from)}.`);
  writeFileSync(join(copy, path), after);
  try {
    return await version(RING, copy);
  } finally {
    writeFileSync(join(copy, path), before);
  }
}

test("is the same wherever the checkout lies, and what the page is given", async () => {
  expect(usual).toMatch(/^[0-9a-f]{10}$/);
  expect(await codeVersion(RING, copy)).toBe(usual);
  expect(parts.versions[RING]).toBe(usual);
});

test.each([
  ["a comment", paper("ring/program.ts"), /$/, "// A comment.\n/** Another. */\n"],
  ["a comment in a model", paper("losses.ts"), /$/, "// A comment.\n"],
  ["white space", paper("ring/program.ts"), /const DRAWN = 512;/, "const DRAWN =\n\n  512;"],
  ["the name of a type", paper("ring/program.ts"), /\bState\b/g, "Both"],
  ["the name of a variable", paper("ring/program.ts"), /\bstepped\b/g, "after"],
  ["the name of a constant", paper("ring/program.ts"), /\bDRAWN\b/g, "MADE"],
  ["a comment in the core", "src/math/elementwise.ts", /$/, "// A comment.\n"],
  [
    "other code in the core",
    "src/math/reduce.ts",
    "export function mean",
    "const n = 1;\nvoid n;\nexport function mean",
  ],
  [
    "other code in the engine",
    "src/engine/single-run.ts",
    "const READ_EVERY = 128",
    "const READ_EVERY = 64",
  ],
  ["a label", paper("ring/demo.ts"), 'label: "Learning rate"', 'label: "Rate"'],
  ["an option's label", paper("ring/demo.ts"), 'label: "5 × 5 grid"', 'label: "25 Gaussians"'],
  ["a text", paper("ring/demo.ts"), "Does the generator find every mode", "Are all modes found"],
  ["what a preset says", paper("ring/demo.ts"), "Watch the points go out", "Points go"],
  ["the end of a run", paper("ring/demo.ts"), "stopAt: 2000", "stopAt: 1000"],
  ["the figure", paper("ring/views.tsx"), /$/, "export const more = 1;\n"],
  ["what the note says of it", paper("paper.ts"), /$/, "export const more = 1;\n"],
  ["the bits of an operation that it does not use", PINNED, /("conv.conv3x3": ")\w/, "$1x"],
])("stays with %s", async (_, path, from, to) => {
  expect(await versionWith(path, from, to)).toBe(usual);
});

test.each([
  [
    "a constant of the program",
    paper("ring/program.ts"),
    "const MATCHED = 256",
    "const MATCHED = 128",
  ],
  [
    "a constant beside the declaration",
    paper("ring/demo.ts"),
    "FIELD_REACH = 2.2",
    "FIELD_REACH = 2",
  ],
  ["a constant of a model", paper("points.ts"), "sigma: 0.07", "sigma: 0.08"],
  ["another operation", paper("losses.ts"), "sub(mean(", "add(mean("],
  [
    "the name of a key",
    paper("ring/program.ts"),
    'fold(key, "generator"), hidden',
    'fold(key, "g"), hidden',
  ],
  ["a default", paper("ring/demo.ts"), "fallback: 3e-3", "fallback: 2e-3"],
  ["an end of a range", paper("ring/demo.ts"), "max: 0.1,", "max: 0.2,"],
  ["when it measures", paper("ring/demo.ts"), "measureEvery: 25", "measureEvery: 20"],
  ["when its weights fit", paper("ring/demo.ts"), "hidden: 64 },", "hidden: 32 },"],
  ["the bits of an operation that it uses", PINNED, /("optim.rmsprop": ")\w/, "$1x"],
  ["the bits of the engine", PINNED, /("engine": ")\w/, "$1x"],
])("changes with %s", async (_, path, from, to) => {
  expect(await versionWith(path, from, to)).not.toBe(usual);
});

test("a file of the core under another name, and a model in another file, are the same code", async () => {
  const moved = mkdtempSync(join(tmpdir(), "moved-"));
  cpSync(copy, moved, { recursive: true, verbatimSymlinks: true });
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(moved, path), change(readFileSync(join(moved, path), "utf8")));
  // `mean` moves to a file of its own, and its digits with it.
  edit("src/math/reduce.ts", (text) => text.replace("export function mean", "function mean"));
  writeFileSync(join(moved, "src/math/averages.ts"), "export function mean() {}\n");
  edit(paper("losses.ts"), (text) => text.replace("math/reduce.ts", "math/averages.ts"));
  edit(PINNED, (text) => text.replace("reduce.mean", "averages.mean"));
  edit(paper("ring/program.ts"), (text) => text.replace("../earth-mover.ts", "../transport.ts"));
  cpSync(join(moved, paper("earth-mover.ts")), join(moved, paper("transport.ts")));
  const version = await codeVersion(RING, moved);
  rmSync(moved, { recursive: true });
  expect(version).toBe(usual);
});

test("changes with its weights, which its training does not depend on", async () => {
  const file = "public/weights/wgan-ring.safetensors";
  expect(await versionWith(file, /$/, "x")).not.toBe(usual);
  expect(await versionWith(file, /$/, "x", trainingVersion)).toBe(await trainingVersion(RING));
});

test("changes with a data file that the demo declares", async () => {
  const path = paper("ring/demo.ts");
  const declared = ["outputs: {", 'data: { icon: "icon.svg" },\n  outputs: {'] as const;
  const before = await versionWith(path, ...declared);
  writeFileSync(join(copy, "public/icon.svg"), "<svg/>");
  const after = await versionWith(path, ...declared);
  expect(new Set([usual, before, after]).size).toBe(3);
});

test("an operation without digits is named, and what to do", async () => {
  await expect(versionWith(PINNED, /\n.*"optim.adam".*/, "")).rejects.toThrow(
    /wgan\/ring uses optim\.adam.*npm run fingerprint/,
  );
});

test("its own code holds program and models as they run, and nothing of the page", async () => {
  const { text, files } = await ownCode(root, RING, JSON.parse(readFileSync(PINNED, "utf8")));
  expect(files).toEqual(
    [
      "coverage.ts",
      "earth-mover.ts",
      "losses.ts",
      "networks.ts",
      "optimizers.ts",
      "points.ts",
      "ring/program.ts",
    ].map(paper),
  );
  expect(text).not.toContain("Does the generator find every mode");
  expect(await codeOf(RING)).toEqual(expect.arrayContaining([...files, paper("ring/demo.ts")]));
});
