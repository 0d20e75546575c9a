/** The note’s worked example and its ceilings, and numbers that PyTorch computed. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { oneHot } from "../../../src/math/classification.ts";
import { read } from "../../../src/math/memory.ts";
import { softmax } from "../../../src/math/reduce.ts";
import { scalar, tensor, type Tensor } from "../../../src/math/tensor.ts";
import {
  ceiling,
  likeness,
  lossOfFirst,
  predict,
} from "../../../src/papers/matching-networks/attention.ts";
import reference from "../../fixtures/paper-reference.json" with { type: "json" };

beforeAll(async () => {
  await useBackend("wasm");
});

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);
const rounded = async (x: Tensor, digits: number): Promise<number[]> =>
  (await numbers(x)).map((value) => Number(value.toFixed(digits)));

const query = (): Tensor => tensor([3, 4], [2]);
const supports = (): Tensor => tensor([4, 3, 1, 0, 0, 1, -4, 3], [4, 2]);

test("the table of the note", async () => {
  const c = likeness("cosine", query(), supports());
  expect(await rounded(c, 2)).toEqual([0.96, 0.6, 0.8, 0]);
  const a = softmax(c);
  expect(await rounded(a, 3)).toEqual([0.341, 0.238, 0.291, 0.131]);
  const y = oneHot(tensor([0, 0, 1, 1], [4]), 2);
  expect(await rounded(predict(a, y), 3)).toEqual([0.579, 0.421]);
  expect(await rounded(lossOfFirst(c, 2), 3)).toEqual([0.547]);
});

test("other kernels, by hand", async () => {
  expect(await numbers(likeness("dot", query(), supports()))).toEqual([24, 3, 4, 0]);
  expect(await numbers(likeness("distance", query(), supports()))).toEqual([-2, -20, -18, -50]);
});

test("a vector of no length is like nothing", async () => {
  expect(await numbers(likeness("cosine", tensor([0, 0], [2]), supports()))).toEqual([0, 0, 0, 0]);
});

test("the loss stays finite where the probability is rounded to 0", async () => {
  expect(await numbers(lossOfFirst(tensor([-900, 0], [2]), 1))).toEqual([900]);
});

test.each([
  [5, -1, 0.649],
  [5, -1 / 4, 0.466],
  [5, 0, 0.405],
  [20, -1, 0.28],
  [20, -1 / 19, 0.131],
  [20, 0, 0.125],
  [60, -1, 0.111],
  [60, -1 / 59, 0.045],
  [60, 0, 0.044],
])("the ceiling of %i classes at cosine %f is the note’s", async (N, cMinus, P) => {
  expect(await rounded(ceiling(scalar(1), N, cMinus), 3)).toEqual([P]);
});

test("a scale of 10 lifts the ceiling as the note says", async () => {
  expect(await rounded(ceiling(scalar(10), 5, 0), 4)).toEqual([0.9998]);
});

test("attention and prediction against independent reference numbers", async () => {
  const { support, query: queries, labels, attention, P } = reference.matching;
  const g = tensor(support.flat(), [support.length, support[0]!.length]);
  const y = oneHot(tensor(labels, [labels.length]), P[0]!.length);
  for (const [i, f] of queries.entries()) {
    const a = softmax(likeness("cosine", tensor(f, [f.length]), g));
    for (const [k, value] of (await numbers(a)).entries())
      expect(value).toBeCloseTo(attention[i]![k]!, 6);
    for (const [l, value] of (await numbers(predict(a, y))).entries())
      expect(value).toBeCloseTo(P[i]![l]!, 6);
  }
});
