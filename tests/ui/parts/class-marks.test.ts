import { expect, test } from "vitest";
import { classMark, levelMark, LEVELS } from "../../../src/ui/parts/class-marks.ts";

test("the first ten kinds differ by form, and levels grow", () => {
  const forms = Array.from({ length: 10 }, (_, k) => classMark(k).kind + classMark(k).path(40));
  expect(new Set(forms).size).toBe(10);
  const radius = (k: number): number => Number(/a(\d+)/.exec(levelMark(k).path(40))![1]);
  for (let k = 1; k < LEVELS; k++) expect(radius(k)).toBeGreaterThan(radius(k - 1));
  expect(levelMark(LEVELS)).toMatchObject({ kind: levelMark(LEVELS - 1).kind });
});
