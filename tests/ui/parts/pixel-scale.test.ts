import { expect, test } from "vitest";
import { pictureAt, rangeOf, shownRange, strengthOn } from "../../../src/ui/parts/pixel-scale.ts";

const of = (...values: number[]): Float32Array => Float32Array.from(values);

test("a range only grows, skips what is not finite, and is the same object while it holds", () => {
  expect(rangeOf(of())).toBe(null);
  expect(rangeOf(of(Number.NaN, Infinity))).toBe(null);
  const first = rangeOf(of(1, Number.NaN, 3, -Infinity));
  expect(first).toEqual([1, 3]);
  expect(rangeOf(of(2), first)).toBe(first);
  expect(rangeOf(of(-1, 2), first)).toEqual([-1, 3]);
});

test("a diverging range is as wide on both sides of zero, whichever reaches further", () => {
  expect(shownRange("diverging", [-3, 1])).toEqual([-3, 3]);
  expect(shownRange("diverging", [0.5, 2])).toEqual([-2, 2]);
  expect(shownRange("sequential", [0.5, 2])).toEqual([0.5, 2]);
});

test("strength: paper at the low end or at zero, full at the ends, no further", () => {
  const ink = strengthOn("ink", [0, 1]);
  expect([-0.5, 0, 0.25, 1, 7].map(ink)).toEqual([0, 0, 0.25, 1, 1]);
  const sequential = strengthOn("sequential", [2, 4]);
  expect([2, 3, 4].map(sequential)).toEqual([0, 0.5, 1]);
  const diverging = strengthOn("diverging", [-1, 2]);
  expect([-4, -1, 0, 1, 2].map(diverging)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(ink(Number.NaN)).toBeNaN();
});

test("a constant is paper, and so is what differs by rounding alone", () => {
  expect(strengthOn("sequential", [5, 5])(5)).toBe(0);
  expect(strengthOn("sequential", [1, 1 + 1e-7])(1 + 1e-7)).toBe(0);
  expect(strengthOn("diverging", [0, 0])(0)).toBe(0);
});

test("one picture of several is a view of its numbers", () => {
  const values = { shape: [2, 1, 2], data: of(1, 2, 3, 4) };
  expect([...pictureAt(values, 1).data]).toEqual([3, 4]);
  expect(pictureAt({ shape: [1, 2], data: of(5, 6) })).toMatchObject({ columns: 2, rows: 1 });
});
