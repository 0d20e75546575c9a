/** The exact posterior of the linear example, and what a mean over the set can know of it: the note’s numbers. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { klNormal } from "../../../src/math/distributions.ts";
import { exp } from "../../../src/math/elementwise.ts";
import { read } from "../../../src/math/memory.ts";
import { slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import {
  exactPosterior,
  pooled,
  statistic,
} from "../../../src/papers/neural-statistician/linear-gaussian.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const setOf = (...x: number[]): Tensor => tensor(x, [x.length]);
const number = async (x: Tensor): Promise<number> => (await read(x)).data[0]!;
const v1 = (x: Tensor): Tensor => slice(pooled(x), [0], [1]);

// The table of “Why the mean forgets the size of the set”; its q is the answer for {1, 2}.
test.each([
  { copies: 1, mean: "0.923", variance: "0.385", lost: "0.000" },
  { copies: 2, mean: "1.143", variance: "0.238", lost: "0.169" },
  { copies: 4, mean: "1.297", variance: "0.135", lost: "0.918" },
])("1, 2 written down $copies times", async ({ copies, ...row }) => {
  const x = setOf(...Array.from({ length: copies }, () => [1, 2]).flat());
  expect([...(await read(pooled(x))).data]).toEqual([1.5, 2.5]);
  const exact = exactPosterior(x);
  const q = statistic(v1(x), 2);
  expect({
    mean: (await number(exact.mean)).toFixed(3),
    variance: (await number(exp(exact.logVar))).toFixed(3),
    lost: Math.abs(await number(klNormal(q, exact))).toFixed(3),
  }).toEqual(row);
});

test("a posterior is what a grid of contexts gives by Bayes’ rule", async () => {
  const x = [-0.5, 2, 0.25];
  const grid = Array.from({ length: 8001 }, (_, k) => (k - 4000) / 1000);
  const weights = grid.map((c) =>
    Math.exp(-(c ** 2) / 2 - x.reduce((sum, each) => sum + (each - c) ** 2 / 2.5, 0)),
  );
  const total = weights.reduce((a, b) => a + b);
  const mean = grid.reduce((sum, c, k) => sum + c * weights[k]!, 0) / total;
  const square = grid.reduce((sum, c, k) => sum + c ** 2 * weights[k]!, 0) / total;
  const exact = exactPosterior(setOf(...x));
  expect(await number(exact.mean)).toBeCloseTo(mean, 5);
  expect(await number(exp(exact.logVar))).toBeCloseTo(square - mean ** 2, 5);
});

test("with v and the size the exact answer is there again, for any order", async () => {
  const told = statistic(v1(setOf(2, -1, 3)), 3);
  const exact = exactPosterior(setOf(3, 2, -1));
  expect(await number(told.mean)).toBeCloseTo(await number(exact.mean), 6);
  expect(await number(klNormal(told, exact))).toBeCloseTo(0, 6);
});
