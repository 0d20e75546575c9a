import { expect, test } from "vitest";
import { fieldArrows, fullMagnitude } from "../../../src/ui/parts/field-arrows.ts";

const pairs = (...data: number[]) => ({
  shape: [data.length / 2, 2],
  data: Float32Array.from(data),
});

test("arrows are as long as their vectors, up to the full length; longer ones are cut and say so", () => {
  const [half, whole, twice] = fieldArrows(
    pairs(0, 0, 1, 0, 2, 0),
    pairs(1, 0, 0, 2, -4, 0),
    2,
    0.5,
  );
  expect(half).toEqual({ from: [0, 0], to: [0.25, 0], cut: false });
  expect(whole).toEqual({ from: [1, 0], to: [1, 0.5], cut: false });
  expect(twice).toEqual({ from: [2, 0], to: [1.5, 0], cut: true });
});

test("what is not finite has no arrow", () => {
  expect(fieldArrows(pairs(0, 0, 1, 1), pairs(Number.NaN, 0, 0, 1), 1, 1)).toHaveLength(1);
});

test("the full magnitude is round, and nine in ten are whole at it", () => {
  const sizes = Array.from({ length: 20 }, (_, i) => 0.013 * (i + 1));
  const full = fullMagnitude(pairs(...sizes.flatMap((size) => [size, 0])));
  expect(full).toBe(0.3);
  expect(fullMagnitude(pairs(0, 0))).toBe(1);
  expect(fullMagnitude(pairs())).toBe(1);
  // One that is far out does not shorten all others.
  expect(fullMagnitude(pairs(...sizes.flatMap((size) => [size, 0]), 100, 0))).toBe(0.3);
});
