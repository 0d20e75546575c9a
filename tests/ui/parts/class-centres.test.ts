import { expect, test } from "vitest";
import { classCentres } from "../../../src/ui/parts/class-centres.ts";

const of = (rows: readonly (readonly number[])[]) => ({
  shape: [rows.length, 3],
  data: Float32Array.from(rows.flat()),
});

test("a class that lies together has a middle on the sphere; one that lies apart, or is empty, has none", () => {
  const points = of([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, -1],
    [0.6, 0, 0.8],
  ]);
  const { points: middles, names } = classCentres(points, [0, 0, 1, 1, -1], ["a", "b", "c"]);
  expect(names).toEqual(["a"]);
  expect(middles.shape).toEqual([1, 3]);
  const half = Math.SQRT1_2;
  for (const [i, value] of [half, half, 0].entries()) expect(middles.data[i]).toBeCloseTo(value, 6);
});
