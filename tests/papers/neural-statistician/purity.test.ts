import { expect, test } from "vitest";
import { contextFit } from "../../../src/papers/neural-statistician/context-fit.ts";
import { purity } from "../../../src/papers/neural-statistician/purity.ts";

/** Five points on a line, two lines far apart. */
const rows = {
  shape: [10, 2],
  data: Float32Array.from({ length: 20 }, (_, k) => {
    const [i, axis] = [k >> 1, k & 1];
    return axis === 0 ? i % 5 : i < 5 ? 0 : 100;
  }),
};

test("purity is 1 where neighbours are of a kind, and counts a stranger as often as it is a neighbour", () => {
  expect(purity(rows, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])).toBe(1);
  // In each five all four others are neighbours: one of another kind has none of its own, and is one of four of the others.
  expect(purity(rows, [0, 0, 0, 0, 7, 1, 1, 1, 1, 1])).toBeCloseTo((5 + 4 * 0.75) / 10, 12);
});

test("the four nearest count, not others", () => {
  const line = { shape: [6, 1], data: Float32Array.of(0, 1, 2, 3, 4, 50) };
  // The one far off has 1 to 4 as neighbours and is nobody's.
  expect(purity(line, [0, 0, 0, 0, 0, 0])).toBe(1);
  expect(purity(line, [0, 0, 0, 0, 0, 1])).toBeCloseTo(5 / 6, 12);
});

test("a straight map of contexts tells what is straight in them, and of halves only what holds in both", () => {
  const contexts = {
    shape: [40, 3],
    data: Float32Array.from({ length: 120 }, (_, k) => Math.sin(k * k)),
  };
  const y = Float32Array.from(
    { length: 40 },
    (_, i) => 2 * contexts.data[3 * i]! - contexts.data[3 * i + 2]! + 5,
  );
  expect(contextFit(contexts, y)).toBeGreaterThan(0.9999);
  const other = y.map((value, i) => (i < 20 ? value : -value));
  expect(contextFit(contexts, other)).toBeLessThan(0);
});
