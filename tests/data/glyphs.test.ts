/** Glyphs as it ships, and its drawers against the numbers that they were made for. */
import { describe, expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import { wordsOf } from "../../scripts/studies/bits.ts";
import { accuracies, RULES } from "../../scripts/studies/pixel-rules.ts";
import { classesOf, DRAWERS } from "../../src/data/characters.ts";
import { readGlyphs } from "../../src/data/glyphs.ts";
import { covered } from "../../src/data/ink.ts";
import { digestOfDrawings, DRAWINGS_DIGEST } from "../fixtures/glyph-drawings.ts";

const glyphs = await readGlyphs(await publicFile("data/glyphs.bin"));
const SIDE = 28;

test("1,326 characters of 35 scripts, apart for training and testing", () => {
  expect(glyphs.codes).toHaveLength(1326);
  const named = (split: string) => glyphs.alphabets.filter((each) => each.split === split);
  expect([named("train").length, named("test").length]).toEqual([23, 12]);
  expect(new Set(glyphs.alphabets.map(({ name }) => name)).size).toBe(35);
  const [train, held] = [classesOf(glyphs, "train", 1), classesOf(glyphs, "test", 1)];
  expect([train.length, held.length]).toEqual([890, 436]);
  expect(new Set([...train, ...held].map(({ character }) => character)).size).toBe(1326);
  const { first, name } = glyphs.alphabets[1]!;
  expect([name, String.fromCodePoint(glyphs.codes[first]!)]).toEqual(["Latin small", "a"]);
});

test("strokes fill a box around 0 whose longest side is 1", () => {
  for (const strokes of glyphs.strokes) {
    const places = strokes.flatMap((line) => [...line]);
    expect(Math.max(...places)).toBe(0.5);
    expect(Math.min(...places)).toBe(-0.5);
    expect(strokes.every((line) => line.length >= 4)).toBe(true);
  }
});

/** Every fifth character of a split by all drawers. */
const some = (split: "train" | "test"): number[] =>
  classesOf(glyphs, split, 1)
    .map(({ character }) => character)
    .filter((_, i) => i % 5 === 0);
const everyDrawer = Array.from({ length: DRAWERS }, (_, drawer) => drawer);

function spread(values: readonly number[]): [mean: number, deviation: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / values.length)];
}

describe.each(["train", "test"] as const)("drawings of the %s scripts", (split) => {
  const pictures = some(split).flatMap((character) =>
    everyDrawer.map((drawer) => {
      const { lines, pen } = glyphs.drawn(character, drawer);
      return covered(lines, pen);
    }),
  );
  const boxes = pictures.map((picture) => {
    const ink = [...picture.keys()].filter((i) => picture[i]! >= 5);
    const [xs, ys] = [ink.map((i) => i % SIDE), ink.map((i) => Math.floor(i / SIDE))];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  });
  // In brackets what Omniglot has, in the same pixels.
  test("have as much ink (0.078 to 0.084), as grey", () => {
    const [ink] = spread(pictures.flatMap((picture) => [...picture].map((part) => part / 16)));
    expect(ink).toBeGreaterThan(0.063);
    expect(ink).toBeLessThan(0.075);
  });
  test("are as large (17.5 to 18.2, deviation 3.6 to 3.7)", () => {
    const [size, deviation] = spread(
      boxes.map(({ left, right, top, bottom }) => Math.max(right - left, bottom - top) + 1),
    );
    expect(Math.abs(size - 17.8)).toBeLessThan(0.6);
    expect(Math.abs(deviation - 3.5)).toBeLessThan(0.4);
  });
  test("lie about the middle (deviation 1.4 to 1.6)", () => {
    const across = spread(boxes.map(({ left, right }) => (left + right) / 2));
    const down = spread(boxes.map(({ top, bottom }) => (top + bottom) / 2));
    for (const [mean, deviation] of [across, down]) {
      expect(Math.abs(mean - 13.5)).toBeLessThan(0.3);
      expect(Math.abs(deviation - 1.5)).toBeLessThan(0.2);
    }
  });
});

test.each(["train", "test"] as const)(
  "comparing pixels names a sign of the %s scripts as seldom as one of Omniglot (28 % of twenty, 48 % of five)",
  (split) => {
    const characters = some(split);
    const bytes = characters.flatMap((character) =>
      everyDrawer.map((drawer) => glyphs.drawing(character, drawer)),
    );
    const drawings = { words: wordsOf(Buffer.concat(bytes)), alphabets: [[...characters.keys()]] };
    const nearest = RULES.findIndex(({ name }) => name === "nearest example");
    const share = (way: number): number =>
      accuracies(drawings, { way, shot: 1, queries: 20_000 }, 1)[nearest]!.mean;
    expect(share(20)).toBeGreaterThan(0.2);
    expect(share(20)).toBeLessThan(0.32);
    expect(share(5)).toBeGreaterThan(0.37);
    expect(share(5)).toBeLessThan(0.5);
  },
);

test("a drawer draws the same whenever asked, others differ, and there are no more than twenty", () => {
  const again = structuredClone(glyphs.drawing(100, 3));
  expect(glyphs.drawing(100, 3)).toEqual(again);
  expect(new Set(everyDrawer.map((drawer) => glyphs.drawing(100, drawer).join())).size).toBe(20);
  expect(() => glyphs.drawing(100, 20)).toThrow(RangeError);
});

test("drawings have the bits that they have everywhere", () => {
  expect(digestOfDrawings(glyphs)).toBe(DRAWINGS_DIGEST);
});
