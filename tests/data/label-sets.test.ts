/** Label sets of characters of testing. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import { readGlyphs, type Glyphs } from "../../src/data/glyphs.ts";
import { labelSetsOf, pointsAlong, printDistance } from "../../src/data/label-sets.ts";
import { fold, keyOf } from "../../src/math/key.ts";

let glyphs: Glyphs;
beforeAll(async () => void (glyphs = await readGlyphs(await publicFile("data/glyphs.bin"))));

test("points lie at even distances along strokes, and a dot is one point", () => {
  const corner = Float64Array.of(0, 0, 0.3, 0, 0.3, 0.3);
  const expected = [0.06, 0, 0.18, 0, 0.3, 0, 0.3, 0.12, 0.3, 0.24];
  pointsAlong([corner]).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
  expect(pointsAlong([Float64Array.of(0.2, 0.1, 0.21, 0.1)])).toEqual(Float64Array.of(0.2, 0.1));
});

test("the distance of prints, by hand, is the same both ways", () => {
  const [one, other] = [Float64Array.of(0, 0, 1, 0), Float64Array.of(0, 0.5)];
  // There 0.5 and the root of 1.25, on average; back 0.5.
  const distance = (0.5 + Math.sqrt(1.25)) / 2 + 0.5;
  expect(printDistance(one, other)).toBeCloseTo(distance, 12);
  expect(printDistance(other, one)).toBeCloseTo(distance, 12);
  expect(printDistance(one, one)).toBe(0);
});

test.each(["any", "script", "alike"] as const)("%s: different classes of testing", (company) => {
  const { classes, labelSet } = labelSetsOf(glyphs);
  const alphabetOf = (number: number): string => {
    const { character } = classes[number]!;
    return glyphs.alphabets.find(
      ({ first, count }) => character >= first && character < first + count,
    )!.name;
  };
  const tests = new Set(
    glyphs.alphabets.filter(({ split }) => split === "test").map(({ name }) => name),
  );
  const seen = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const L = [...labelSet(fold(keyOf(1), i), 5, company)];
    expect(new Set(L).size).toBe(5);
    const scripts = new Set(L.map(alphabetOf));
    for (const script of scripts) expect(tests).toContain(script);
    if (company === "script") expect(scripts.size).toBe(1);
    for (const script of scripts) seen.add(script);
  }
  expect(seen.size).toBeGreaterThan(8);
});

test("look-alikes are the nearest in print to one of them", () => {
  const { classes, labelSet } = labelSetsOf(glyphs);
  const prints = classes.map(({ character }) => pointsAlong(glyphs.strokes[character]!));
  const L = [...labelSet(keyOf(4), 5, "alike")];
  const nearest = (one: number): number[] =>
    prints
      .map((print, number) => [printDistance(prints[one]!, print), number] as const)
      .toSorted(([a], [b]) => a - b)
      .slice(0, 5)
      .map(([, number]) => number)
      .toSorted((a, b) => a - b);
  const sorted = L.toSorted((a, b) => a - b);
  expect(L.map(nearest)).toContainEqual(sorted);
});
