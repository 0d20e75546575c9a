/** Omniglot in its packed form, on a few drawings made here; its pictures are tested where pixels are compared. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { readOmniglot, sampleDrawings, trainingOn } from "../../../scripts/data/omniglot.ts";
import { classesOf } from "../../../src/data/characters.ts";

const folder = mkdtempSync(join(tmpdir(), "omniglot-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Five characters: each byte is its drawing's number. */
const bytes = Uint8Array.from({ length: 5 * 20 * 98 }, (_, i) => Math.floor(i / 98));
const alphabets = [
  { name: "A", split: "background", first: 0, count: 3 },
  { name: "B", split: "evaluation", first: 3, count: 2 },
];
const sha256 = createHash("sha256").update(bytes).digest("hex");
writeFileSync(join(folder, "omniglot-28.bin.br"), brotliCompressSync(bytes));
const list = (listing: object): void =>
  writeFileSync(join(folder, "omniglot-28.json"), JSON.stringify(listing));
list({ sha256, alphabets });

test("the background is for training, the evaluation half for testing", () => {
  const omniglot = readOmniglot(folder);
  expect(classesOf(omniglot, "train", 1).map(({ character }) => character)).toEqual([0, 1, 2]);
  expect(classesOf(omniglot, "test", 1).map(({ character }) => character)).toEqual([3, 4]);
  expect(new Set(omniglot.drawing(4, 19))).toEqual(new Set([99]));
  vi.stubEnv("OMNIGLOT", folder);
  expect(readOmniglot().alphabets).toEqual(omniglot.alphabets);
  vi.unstubAllEnvs();
});

test("characters for training are drawn by lot whatever their alphabets, and are not tested", () => {
  const omniglot = readOmniglot(folder);
  const split = trainingOn(4, omniglot);
  const drawnFrom = (part: "train" | "test") =>
    classesOf(split, part, 1).map(({ character }) => split.drawing(character, 0)[0]! / 20);
  const [trained, tested] = [drawnFrom("train"), drawnFrom("test")];
  expect(trained).toHaveLength(4);
  expect(trained).not.toEqual([0, 1, 2, 3]);
  expect([...trained, ...tested].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  expect(trainingOn(4, omniglot).drawing(0, 3)).toEqual(split.drawing(0, 3));
});

test("a sample is the first drawings of the first characters", () => {
  const { shape, data } = sampleDrawings(readOmniglot(folder), 3);
  expect(shape).toEqual([3, 28, 28]);
  // Drawing 40 is 0b00101000 over and over.
  expect(Array.from(data.subarray(2 * 784, 2 * 784 + 8))).toEqual([0, 0, 1, 0, 1, 0, 0, 0]);
});

test("what is not there, or is not what the list says, is refused", () => {
  vi.stubEnv("OMNIGLOT", undefined);
  expect(() => readOmniglot()).toThrow(/in the variable OMNIGLOT/);
  vi.unstubAllEnvs();
  expect(() => readOmniglot("notes")).toThrow(/“notes” holds neither images_evaluation nor/);
  list({ sha256: sha256.replace(/^./, "x"), alphabets });
  expect(() => readOmniglot(folder)).toThrow(/are not those that omniglot-28.json lists/);
});
