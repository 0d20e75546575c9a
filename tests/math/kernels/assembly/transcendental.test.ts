/** How far our polynomials are from the truth. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../../src/math/backend.ts";
import { exp, log, sigmoid, softplus, tanh } from "../../../../src/math/elementwise.ts";
import { kernelsInUse } from "../../../../src/math/kernels/in-use.ts";
import { uniformArray } from "../../../../src/math/random-arrays.ts";
import { keyOf } from "../../../../src/math/key.ts";
import { tensor, type Tensor } from "../../../../src/math/tensor.ts";

/** The distance between float32 neighbours at x, subnormals included. */
const ulp = (x: number): number =>
  2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(Math.fround(x)) || 2 ** -149))) - 23);

const COUNT = 200_000;

beforeAll(async () => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
});

/** Points spread evenly, and points of every magnitude and sign. */
function points(low: number, high: number): Float32Array {
  const even = uniformArray(keyOf(1), COUNT, low, high);
  const turns = uniformArray(keyOf(2), COUNT, -40, Math.log2(Math.max(Math.abs(low), high)));
  const sizes = turns.map((t, i) => (low < 0 && i % 2 ? -1 : 1) * 2 ** t);
  return Float32Array.from([...even, ...sizes.filter((x) => x >= low && x <= high)]);
}

function worst(f: (x: Tensor) => Tensor, truth: (x: number) => number, xs: Float32Array): number {
  const y = f(tensor(xs.slice(), [xs.length]));
  const found = y.dataSync();
  y.dispose();
  let most = 0;
  for (const [i, x] of xs.entries()) {
    const wanted = truth(x);
    most = Math.max(most, Math.abs(found[i]! - wanted) / ulp(wanted));
  }
  return most;
}

test.each<[string, (x: Tensor) => Tensor, (x: number) => number, number, number, number]>([
  ["exp", exp, Math.exp, -103, 88.7, 1.5],
  ["log", log, Math.log, 1e-38, 3e38, 1.5],
  ["log near 1", log, Math.log, 0.5, 2, 1.5],
  ["tanh", tanh, Math.tanh, -12, 12, 2.5],
  ["sigmoid", sigmoid, (x) => 1 / (1 + Math.exp(-x)), -87, 40, 3.5],
  ["softplus", softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), -87, 100, 3],
])("%s is within its bound in units of the last place", (_name, f, truth, low, high, bound) => {
  expect(worst(f, truth, points(low, high))).toBeLessThan(bound);
});

test("numbers too small for full precision", () => {
  const xs = Float32Array.from([1e-40, 3e-42, 1.4e-45, 1.1e-38]);
  expect(worst(log, Math.log, xs)).toBeLessThan(1.5);
  expect(worst(exp, Math.exp, Float32Array.from([-88, -95, -103]))).toBeLessThan(1.5);
});

test("the ends of the line", () => {
  const ends = [-Infinity, -1000, -0, 0, 1000, Infinity, NaN];
  const of = (f: (x: Tensor) => Tensor) => [...f(tensor(ends, [ends.length])).dataSync()];
  expect(of(exp)).toEqual([0, 0, 1, 1, Infinity, Infinity, NaN]);
  expect(of(log)).toEqual([
    NaN,
    NaN,
    -Infinity,
    -Infinity,
    Math.fround(Math.log(1000)),
    Infinity,
    NaN,
  ]);
  expect(of(tanh)).toEqual([-1, -1, -0, 0, 1, 1, NaN]);
  expect(of(sigmoid)).toEqual([0, 0, 0.5, 0.5, 1, 1, NaN]);
  const half = Math.fround(Math.LN2);
  expect(of(softplus)).toEqual([0, 0, half, half, 1000, Infinity, NaN]);
});
