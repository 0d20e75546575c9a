/** Squares in one row or two. */
import { expect, test } from "vitest";
import { staggered } from "../../../src/ui/parts/staggered.ts";

const all = (n: number) => {
  const { box } = staggered(n, 5);
  return Array.from({ length: n }, (_, i) => box(i));
};

test("twenty are nearly twice as large as in one row", () => {
  expect(staggered(5, 5).side).toBeCloseTo(0.88, 12);
  expect(staggered(20, 5).side).toBeGreaterThan(1.8 * 0.22);
});

test("none lies on another or leaves the band", () => {
  for (const n of [1, 2, 5, 9, 10, 11, 20]) {
    const boxes = all(n);
    for (const [i, [[left, right], [bottom, top]]] of boxes.entries()) {
      expect(Math.min(left, top, 5 - right, 1 - bottom)).toBeGreaterThanOrEqual(-1e-9);
      for (const [across, down] of boxes.slice(0, i))
        expect(across[1] <= left || down[0] <= top || bottom <= down[1], `${i} of ${n}`).toBe(true);
    }
  }
});
