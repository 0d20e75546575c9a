/** Normalising; layer and batch norm themselves are in other files, too. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import reference from "../fixtures/paper-reference.json" with { type: "json" };
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { add, mul, relu } from "../../src/math/elementwise.ts";
import { valueAndGrad, valueAndGradWithAux } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { matMul } from "../../src/math/linear.ts";
import { read, scope } from "../../src/math/memory.ts";
import { batchNorm, batchNormWith, moments, normalise } from "../../src/math/norm.ts";
import { normal } from "../../src/math/random.ts";
import { softmax } from "../../src/math/reduce.ts";
import { concat, reshape } from "../../src/math/shape.ts";
import { tensor, zeros, type Shape, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  numbers,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";
import { gap, relativeGap } from "../fixtures/gap.ts";

const numbersOf = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];

const CASES: Case[] = [
  ["batchNorm with ReLU", (x, g, b) => batchNorm(x, g, b, "relu"), [[2, 3, 3], [3], [3]]],
  ["batchNorm with ReLU, one gain", (x, g, b) => batchNorm(x, g, b, "relu"), [[2, 3, 3], [1], []]],
  [
    "moments",
    (x) => {
      const { mean, variance } = moments(x, [0, 2]);
      return add(mean, mul(variance, 2));
    },
    [[2, 3, 2]],
  ],
  [
    "batchNormWith, variances at a distance from 0",
    (x, mean, variance, g, b) => batchNormWith(x, { mean, variance: add(variance, 2) }, g, b),
    [[2, 3, 2], [2], [2], [2], [2]],
  ],
  ["normalise", (x) => normalise(x), [[3, 4]]],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative of %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("moments by hand, with and without their axes", async () => {
    const x = tensor([1, 3, 5, 7, 2, 2, 2, 10], [2, 2, 2]);
    const all = moments(x);
    expect([all.mean.shape, all.variance.shape]).toEqual([[], []]);
    expect([...(await numbersOf(all.mean)), ...(await numbersOf(all.variance))]).toEqual([4, 8.5]);
    const kept = moments(x, [0, 1], true);
    expect([kept.mean.shape, kept.variance.shape]).toEqual([
      [1, 1, 2],
      [1, 1, 2],
    ]);
    expect(await numbersOf(kept.mean)).toEqual([2.5, 5.5]);
    expect(await numbersOf(kept.variance)).toEqual([2.25, 10.25]);
    expect(await numbersOf(moments(x, -1).mean)).toEqual([2, 6, 2, 6]);
  });

  test.each(["linear", "relu"] as const)(
    "the statistics of a batch given are those of the batch at hand, %s, and each row then counts alone",
    async (activation) => {
      const x = tensor(numbers([3, 2, 4], 0), [3, 2, 4]);
      const [gain, bias] = [tensor(numbers([4], 1), [4]), tensor(numbers([4], 2), [4])];
      const seen = moments(x, [0, 1]);
      const whole = await numbersOf(batchNorm(x, gain, bias, activation));
      const given = await numbersOf(batchNormWith(x, seen, gain, bias, activation));
      given.forEach((v, i) => expect(v).toBeCloseTo(whole[i]!, 5));
      const alone = batchNormWith(
        tensor(numbers([3, 2, 4], 0).slice(0, 8), [1, 2, 4]),
        seen,
        gain,
        bias,
        activation,
      );
      expect(await numbersOf(alone)).toEqual(given.slice(0, 8));
    },
  );

  test("rows come to length 1, whatever their size; those of no length to 0, without a gradient", async () => {
    const x = tensor([3, -4, 3e-5, 4e-5, 3e15, 4e15, 0, 0, 1e-8, 0], [5, 2]);
    const found = await numbersOf(normalise(x));
    [0.6, -0.8, 0.6, 0.8, 0.6, 0.8, 0, 0, 0, 0].forEach((v, i) =>
      expect(found[i]).toBeCloseTo(v, 6),
    );
    expect(found.slice(6)).toEqual([0, 0, 0, 0]);
    const { grad } = valueAndGrad((v: Tensor) => sum(mul(normalise(v), tensor([1, 2], [2]))))(x);
    const slopes = await numbersOf(grad);
    expect(slopes.slice(6)).toEqual([0, 0, 0, 0]);
    expect(slopes.every(Number.isFinite)).toBe(true);
  });

  test("attention over a support set by cosines: PyTorch's numbers", async () => {
    const { support, query, attention } = reference.matching;
    const [S, Q] = [support, query].map((x) => normalise(tensor(x.flat(), [x.length, 6])));
    const a = softmax(matMul(Q!, S!, { transposeB: true }));
    expect(await gap(a, attention.flat())).toBeLessThan(2e-6);
  });
});

/** Values and gradients by x, gain and bias of batch norm and ReLU, side by side; x far from 0 in its first columns. */
async function everything(shape: Shape, inOne: boolean): Promise<number[]> {
  const n = shape.at(-1)!;
  const key = keyOf(8);
  const made = scope(() => {
    const inputs = {
      x: add(
        normal(fold(key, "x"), shape),
        tensor(
          Float32Array.from({ length: n }, (_, j) => (j < 3 ? 40 : 0)),
          [n],
        ),
      ),
      gain: normal(fold(key, "gain"), [n]),
      bias: normal(fold(key, "bias"), [n]),
    };
    const weights = normal(fold(key, "weights"), shape);
    const { aux, grad } = valueAndGradWithAux(({ x, gain, bias }: typeof inputs) => {
      const y = inOne ? batchNorm(x, gain, bias, "relu") : relu(batchNorm(x, gain, bias));
      return { loss: sum(mul(y, weights)), aux: y };
    })(inputs);
    return concat([aux, grad.x, grad.gain, grad.bias].map((t) => reshape(t, [-1])));
  });
  const found = await numbersOf(made);
  made.dispose();
  return found;
}

const size = fc.integer({ min: 1, max: 21 });
const SHAPES = [
  ...fc.sample(fc.tuple(size, size, size), { seed: 3, numRuns: 40 }),
  ...[1, 4, 8, 16, 24, 33].map((n) => [5, 63, n]),
  [64, 16],
  [65, 16],
  [1000, 64],
];

test("batch norm and ReLU in one pass: the numbers of both in turn, rounded otherwise", async () => {
  await useBackend("wasm");
  const names: (string | null)[] = [];
  watchLaunches((name) => names.push(name));
  const ours: number[][] = [];
  for (const shape of SHAPES) ours.push(await everything(shape, true));
  watchLaunches(undefined);
  for (const name of ["batchNormRelu", "batchNormReluGrad"])
    expect(names.filter((each) => each === name)).toHaveLength(SHAPES.length);
  expect(names).not.toContain("standardiseColumns");
  await useBackend("cpu");
  for (const [i, shape] of SHAPES.entries()) {
    // A variance of one number is nothing but rounding errors.
    if (shape.slice(0, -1).reduce((a, b) => a * b, 1) < 2) continue;
    const wanted = await everything(shape, false);
    expect(relativeGap(ours[i]!, wanted), String(shape)).toBeLessThan(2e-5);
  }
});

test("a column far from 0 keeps its digits, and no number is lost in a long one", async () => {
  await useBackend("wasm");
  const [m, n] = [70_001, 3];
  const values = Float32Array.from({ length: m * n }, (_, i) => 1000 + (Math.floor(i / n) % 2));
  const y = batchNorm(tensor(values, [m, n]), tensor([1, 1, 1], [3]), zeros([3]), "relu");
  const found = await numbersOf(y);
  // Zeros and ones in turn: half apart from their mean, so one deviation.
  expect(Math.max(...found.slice(0, 300))).toBeCloseTo(1, 3);
  expect(Math.min(...found.slice(-300))).toBe(0);
});

test("a number that is none spoils its column, not the others", async () => {
  await useBackend("wasm");
  const values = numbers([6, 5], 1);
  values[7] = NaN;
  const x = tensor(values, [6, 5]);
  const { aux, grad } = valueAndGradWithAux((v: Tensor) => {
    const y = batchNorm(v, tensor([1, 1, 1, 1, 1], [5]), zeros([5]), "relu");
    return { loss: sum(y), aux: y };
  })(x);
  for (const t of [aux, grad]) {
    const found = await numbersOf(t);
    expect(found.map(Number.isNaN)).toEqual(found.map((_, i) => i % 5 === 2));
  }
});
