import { expect, test } from "vitest";
import { keyOf } from "../../src/math/key.ts";
import { ridge, rSquared } from "../../src/math/least-squares.ts";
import { normalArray } from "../../src/math/random-arrays.ts";
import { greatest } from "../../src/math/row-search.ts";

test("one column by hand: slope sum xy / (sum x^2 + lambda) about the means", () => {
  const x = { shape: [4, 1], data: [1, 2, 3, 6] };
  const y = { shape: [4], data: [2, 1, 5, 8] };
  // About the means 3 and 4: x is -2 -1 0 3, y is -2 -3 1 4; sum xy 19, sum x^2 14.
  for (const lambda of [0, 5]) {
    const fitted = ridge(x, y, lambda)({ shape: [2, 1], data: [3, 4] });
    expect(fitted.shape).toEqual([2]);
    expect(fitted.data[0]).toBeCloseTo(4, 12);
    expect(fitted.data[1]).toBeCloseTo(4 + 19 / (14 + lambda), 12);
  }
});

test("what is linear is found, for several values a row", () => {
  const [n, d, k] = [40, 5, 3];
  const x = normalArray(keyOf(1), n * d);
  const W = normalArray(keyOf(2), d * k);
  const at = (i: number, c: number): number =>
    10 * c +
    Array.from({ length: d }, (_, p) => x[i * d + p]! * W[p * k + c]!).reduce((a, b) => a + b);
  const data = Float64Array.from({ length: n * k }, (_, i) => at(Math.floor(i / k), i % k));
  const fit = ridge({ shape: [n, d], data: x }, { shape: [n, k], data }, 0);
  fit({ shape: [n, d], data: x }).data.forEach((v, i) => expect(v).toBeCloseTo(data[i]!, 10));
});

test("at the least of the objective nothing is gained by another weight or bias", () => {
  const [n, d] = [12, 2];
  const [x, y] = [normalArray(keyOf(3), n * d), normalArray(keyOf(4), n)];
  const lambda = 0.8;
  const probe = { shape: [3, 2], data: [0, 0, 1, 0, 0, 1] };
  const [b, w0, w1] = [
    ...ridge({ shape: [n, d], data: x }, { shape: [n], data: y }, lambda)(probe).data,
  ];
  const objective = (bias: number, u: number, v: number): number =>
    lambda * (u * u + v * v) +
    y.reduce((sum, value, i) => sum + (x[2 * i]! * u + x[2 * i + 1]! * v + bias - value) ** 2, 0);
  const [u, v] = [w0! - b!, w1! - b!];
  const least = objective(b!, u, v);
  for (const [i, j, l] of [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const)
    for (const h of [-1e-3, 1e-3])
      expect(objective(b! + h * i, u + h * j, v + h * l)).toBeGreaterThan(least);
});

test("a probe of one-hot classes", () => {
  const x = { shape: [6, 2], data: [0, 0, 0, 1, 5, 5, 5, 6, 0, 9, 1, 9] };
  const y = { shape: [6, 3], data: [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1] };
  expect([...greatest(ridge(x, y, 0.01)(x))]).toEqual([0, 0, 1, 1, 2, 2]);
});

test("columns that depend on each other need a lambda", () => {
  const x = { shape: [4, 2], data: [1, 2, 2, 4, 3, 6, 5, 10] };
  const y = { shape: [4], data: [1, 2, 3, 5] };
  expect(() => ridge(x, y, 0)).toThrow("ridge needs a lambda above 0");
  expect(ridge(x, y, 1e-6)(x).data[3]).toBeCloseTo(5, 4);
  // What rounding leaves of a sum of two others is no column of its own.
  const [one, two] = [normalArray(keyOf(5), 9), normalArray(keyOf(6), 9)];
  const data = [...one].flatMap((v, i) => [v, two[i]!, v / 3 + two[i]! / 7]);
  const sums = { shape: [9, 3], data };
  expect(() => ridge(sums, { shape: [9], data: one }, 0)).toThrow("above 0");
  expect(() => ridge(x, { shape: [3], data: [1, 2, 3] }, 1)).toThrow("3 values to 4 rows");
  expect(() => ridge(x, y, 1)({ shape: [1, 3], data: [1, 2, 3] })).toThrow(
    "rows of 2 numbers, not of 3",
  );
  expect(() => ridge({ shape: [4, 2], data: [1] }, y, 1)).toThrow("shape [4,2] are 8, not 1");
});

test("share of the variance", () => {
  expect(rSquared([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(rSquared([1, 2, 3], [2, 2, 2])).toBe(0);
  expect(rSquared([1, 2, 6], [1, 4, 6])).toBeCloseTo(1 - 4 / 14, 12);
  expect(rSquared([2, 2], [2, 2])).toBeNaN();
  expect(() => rSquared([1], [1, 2])).toThrow("2 values can't be compared with 1");
});
