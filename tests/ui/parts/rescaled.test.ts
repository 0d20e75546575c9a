import { expect, test } from "vitest";
import { rescaled } from "../../../src/ui/parts/rescaled.ts";

const close = (got: Float32Array, ...wanted: number[]): void =>
  wanted.forEach((value, i) => expect(got[i], `entry ${i}`).toBeCloseTo(value, 6));

test("the others keep their ratios and the sum", () => {
  close(rescaled([0.7, 0.1, 0.4], 0), 0.7, 0.06, 0.24);
  close(rescaled([2, 1, 1], 0, 4), 2, 1, 1);
});

test("the ends: one has all, or others that were nothing share the rest", () => {
  close(rescaled([1.4, 0.5, 0.5], 0), 1, 0, 0);
  close(rescaled([0.4, 0, 0], 0), 0.4, 0.3, 0.3);
  close(rescaled([-1, 0.5, 0.25], 0), 0, 2 / 3, 1 / 3);
});
