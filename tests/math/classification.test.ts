import { beforeAll, describe, expect, test } from "vitest";
import { accuracy, argmax, crossEntropy, oneHot } from "../../src/math/classification.ts";
import { sum } from "../../src/math/broadcast.ts";
import { mul } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { read } from "../../src/math/memory.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";

const numbersOf = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const third = (): Tensor => tensor([0.2, 0.3, 0.5, 0, 1, 0], [2, 3]);

const CASES: Case[] = [
  ["crossEntropy", (x) => crossEntropy(x, tensor([2, 0, 1], [3])), [[3, 4]]],
  ["crossEntropy of probabilities", (x) => crossEntropy(x, third()), [[2, 3]]],
  ["crossEntropy of two leading axes", (x) => crossEntropy(x, tensor([1, 0], [2, 1])), [[2, 1, 3]]],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative of %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("nats of the right class", async () => {
    const logits = tensor([0, Math.log(2), Math.log(5), 1000, 0, -1000], [2, 3]);
    const [one, two] = await numbersOf(crossEntropy(logits, tensor([1, 1], [2])));
    expect(one).toBeCloseTo(Math.log(4), 6);
    expect(two).toBe(1000);
    expect(await numbersOf(crossEntropy(logits, tensor([2, 0], [2])))).toEqual([
      expect.closeTo(Math.log(8 / 5), 6),
      0,
    ]);
    const soft = crossEntropy(tensor([0, 0, Math.log(2), 5, 6, 5], [2, 3]), third());
    const wanted = [Math.log(4) - 0.5 * Math.log(2), Math.log(1 + 2 * Math.exp(-1))];
    for (const [i, value] of (await numbersOf(soft)).entries())
      expect(value).toBeCloseTo(wanted[i]!, 6);
  });

  test("large logits keep their differences", async () => {
    // Half a unit apart at 2^22: there is no finer step of float32 there.
    const logits = tensor([4194304.5, 4194304, 4194304], [1, 3]);
    const [nats] = await numbersOf(crossEntropy(logits, tensor([0], [1])));
    expect(nats).toBeCloseTo(Math.log(1 + 2 * Math.exp(-0.5)), 6);
  });

  test("the place of the greatest, of equal ones the first", async () => {
    const x = tensor([1, 5, 5, -2, -1, -3, 7, 7, 7, -1e30, 0, 1e30], [4, 3]);
    expect(await numbersOf(argmax(x))).toEqual([1, 1, 0, 2]);
    expect(await numbersOf(argmax(x, 0))).toEqual([2, 2, 3]);
    expect(argmax(tensor([1, 2, 3, 4], [2, 1, 2]), 1).shape).toEqual([2, 2]);
    const { grad } = valueAndGrad((v: Tensor) => sum(mul(argmax(v), sum(v))))(x);
    // Only the sum beside it counts.
    expect(await numbersOf(grad)).toEqual(Array(12).fill(4));
  });

  test("share of right answers", async () => {
    const logits = tensor([1, 2, 3, 9, 2, 3, 0, 1, 0, 4, 4, 1], [4, 3]);
    expect(await numbersOf(accuracy(logits, tensor([2, 0, 0, 0], [4])))).toEqual([0.75]);
    expect(await numbersOf(accuracy(logits, tensor([2, 0, 1, 1], [4])))).toEqual([0.75]);
    expect(await numbersOf(accuracy(logits, oneHot(tensor([1, 1, 1, 0], [4]), 3)))).toEqual([0.5]);
  });

  test("labels as rows", async () => {
    const rows = oneHot(tensor([2, 0, 3, -1], [2, 2]), 3);
    expect(rows.shape).toEqual([2, 2, 3]);
    expect(await numbersOf(rows)).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

test("labels of another shape are refused", () => {
  const logits = tensor([1, 2, 3, 4], [2, 2]);
  const sentence = "Logits [2,2] and labels [3] don't go together.";
  expect(() => crossEntropy(logits, tensor([0, 1, 0], [3]))).toThrow(sentence);
  expect(() => accuracy(logits, tensor([0, 1, 0], [3]))).toThrow(sentence);
});
