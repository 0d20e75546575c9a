/** Linear classifiers that are fitted to a support set. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { add, maximum, mul, square, sub } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { matMul } from "../../../src/math/linear.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { gather } from "../../../src/math/linear.ts";
import { mean } from "../../../src/math/reduce.ts";
import { reshape } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import {
  descend,
  exemplarSlope,
  exemplarSvms,
  logisticRegression,
  logisticSlope,
  withOne,
} from "../../../src/papers/matching-networks/linear-fits.ts";

beforeAll(() => useBackend("wasm"));

const key = keyOf(5);
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const close = (some: readonly number[], others: readonly number[], digits = 5): void => {
  expect(some.length).toBe(others.length);
  some.forEach((x, i) => expect(x).toBeCloseTo(others[i]!, digits));
};

/** Three classes with four supports each, of which two count. */
const counted = { N: 3, K: 4, shots: [2] };
const COUNT = [0, 1, 4, 5, 8, 9];
const x = () => withOne(normal(fold(key, "x"), [1, 12, 3]));
const some = (): Tensor => reshape(gather(reshape(x(), [12, 4]), COUNT), [6, 4]);

test("descends to the least of a quadratic function, in all directions", async () => {
  // ½ (w₀ − 3)² + ½ · 0.05 (w₁ + 2)²: curvatures 1 and 0.05.
  const curvature = tensor([1, 0.05], [2]);
  const least = tensor([3, -2], [2]);
  const slope = (W: Tensor): Tensor => mul(curvature, sub(W, least));
  close(await numbers(descend(slope, [2], { L: 1, mu: 0.05 })), [3, -2], 3);
});

test("the slope of logistic regression is that of its loss, of the supports that count alone", async () => {
  const W = normal(fold(key, "W"), [4, 3]);
  const loss = (w: Tensor): Tensor => {
    const surprise = crossEntropy(matMul(some(), w), tensor([0, 0, 1, 1, 2, 2], [6]));
    return add(mean(surprise), mul(sum(square(w)), 0.15));
  };
  const { grad } = valueAndGrad(loss)(W);
  const slope = logisticSlope(x(), counted, 0.3)(reshape(W, [1, 4, 3]));
  close(await numbers(slope), await numbers(grad));
});

test("the slope of exemplar SVMs is that of their losses, and 0 for supports that do not count", async () => {
  const W = normal(fold(key, "W"), [4, 6]);
  const T = COUNT.flatMap((i) =>
    COUNT.map((j) => (i === j ? 1 : Math.floor(i / 4) === Math.floor(j / 4) ? 0 : -1)),
  );
  // Half for the support itself, and an eighth for each of the four of other classes.
  const C = T.map((sign) => (sign === 1 ? 1 / 2 : sign === -1 ? 1 / 8 : 0));
  const loss = (w: Tensor): Tensor => {
    const short = maximum(sub(1, mul(matMul(some(), w), tensor(T, [6, 6]))), 0);
    return add(mul(sum(mul(square(short), tensor(C, [6, 6]))), 1 / 2), mul(sum(square(w)), 0.2));
  };
  const { grad } = valueAndGrad(loss)(W);
  const wide = new Float32Array(4 * 12);
  const narrow = await numbers(W);
  COUNT.forEach((j, column) => {
    for (let row = 0; row < 4; row++) wide[row * 12 + j] = narrow[row * 6 + column]!;
  });
  const slope = await numbers(exemplarSlope(x(), counted, 0.4)(tensor(wide, [1, 4, 12])));
  const wanted = await numbers(grad);
  slope.forEach((value, at) => {
    const column = COUNT.indexOf(at % 12);
    const row = Math.floor(at / 12);
    expect(value).toBeCloseTo(column < 0 ? 0 : wanted[row * 6 + column]!, 5);
  });
});

test("fits end where the slope is small", async () => {
  const steep = async (slope: Tensor): Promise<number> =>
    Math.max(...(await numbers(slope)).map(Math.abs));
  const all = { N: 3, K: 4, shots: [4] };
  const logistic = logisticSlope(x(), all);
  const fitted = descend(logistic, [1, 4, 3], { L: 1.01, mu: 0.01 });
  expect(await steep(logistic(fitted))).toBeLessThan(1e-3);
  const exemplar = exemplarSlope(x(), all);
  const svms = descend(exemplar, [1, 4, 12], { L: 2.05, mu: 0.05 });
  expect(await steep(exemplar(svms))).toBeLessThan(1e-3);
});

test("supports that do not count change nothing, and sets side by side are what each is alone", async () => {
  const g = normal(fold(key, "g"), [1, 12, 3]);
  const f = normal(fold(key, "f"), [1, 2, 3]);
  const twice = (z: Tensor): Tensor => reshape(gather(z, [0, 0]), [2, ...z.shape.slice(1)]);
  for (const fit of [logisticRegression, exemplarSvms]) {
    const alone = async (k: number): Promise<number[]> => {
      const rows = [0, 1, 2].flatMap((l) => Array.from({ length: k }, (_, i) => 4 * l + i));
      const first = reshape(gather(reshape(g, [12, 3]), rows), [1, 3 * k, 3]);
      return numbers(fit(first, f, { N: 3, K: k, shots: [k] }));
    };
    const both = await numbers(fit(twice(g), twice(f), { N: 3, K: 4, shots: [1, 4] }));
    const half = both.length / 2;
    const present = both.slice(0, half).filter((score) => score > -1000);
    close(present, await alone(1), 4);
    close(both.slice(half), await alone(4), 4);
  }
});

test("by hand: two supports at a right angle, and a query on each", async () => {
  const g = tensor([2, 0, 0, 3], [1, 2, 2]);
  const both = { N: 2, K: 1, shots: [1] };
  // By symmetry the columns are (w, −w, 0) and (−w, w, 0): w = (1 − σ(2w)) / (2 λ), from slope 0 with λ = 0.01.
  const logits = await numbers(logisticRegression(g, g, both));
  const w = logits[0]!;
  expect(w).toBeCloseTo((1 - 1 / (1 + Math.exp(-2 * w))) / (2 * 0.01), 2);
  close(logits, [w, -w, -w, w], 3);
  // Again (u, −u, 0): for either support ½ (1 − u) each way, so ½ (1 − u) = 0.05 u.
  const u = 0.5 / 0.55;
  close(await numbers(exemplarSvms(g, g, both)), [u, -u, -u, u], 3);
});
