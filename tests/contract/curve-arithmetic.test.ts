import { expect, test } from "vitest";
import { meansBetween, rankCorrelation } from "../../src/contract/curve-arithmetic.ts";
import { last } from "../../src/contract/last.ts";

const points = (steps: number[], values: number[]) => ({
  steps: Uint32Array.from(steps),
  values: Float32Array.from(values),
});

test("the newest value, or none", () => {
  expect(last(points([1, 2], [5, 7]))).toBe(7);
  expect(last(points([], []))).toBeNaN();
});

test("means of a dense curve between the points of a sparse one", () => {
  const dense = points([1, 2, 3, 4, 5, 6], [1, 3, 5, 7, 9, 11]);
  expect(meansBetween(dense, points([0, 2, 6], [0, 0, 0]))).toEqual([2, 8]);
  expect(meansBetween(dense, points([0], [0]))).toEqual([]);
});

test("rank correlation, by hand", () => {
  expect(rankCorrelation([1, 2, 3, 4], [10, 100, 1000, 10_000])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
  // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4/(5·24) = 0.8.
  expect(rankCorrelation([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).toBeCloseTo(0.8, 12);
  // Ties: ranks 1.5 1.5 3 against 1 2 3 give 1.5/√3.
  expect(rankCorrelation([1, 1, 2], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(3), 12);
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
  expect(rankCorrelation([1, 2], [1, 2])).toBeNaN();
});
