import { beforeAll, describe, expect, test } from "vitest";
import { add, mul } from "../../src/math/elementwise.ts";
import { sum } from "../../src/math/broadcast.ts";
import { clipByNorm, globalNorm } from "../../src/math/clip-by-norm.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { read } from "../../src/math/memory.ts";
import { scalar, tensor, zeros, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";

const both = (most: number) => (a: Tensor, b: Tensor) => {
  const clipped = clipByNorm({ a, b }, most);
  return add(clipped.a, sum(mul(clipped.b, 3)));
};
const CASES: Case[] = [
  ["clipped", both(0.7), [[4], [2, 3]]],
  ["left as it is", both(70), [[4], [2, 3]]],
  ["clipped by a tensor", (a, most) => clipByNorm([a], most)[0]!, [[4], []], "positive"],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative, %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("a tree of length 13 comes to the length given, in its direction", async () => {
    const tree = { a: tensor([3, 4], [2]), b: [tensor([12], [1, 1])] };
    expect((await read(globalNorm(tree))).data[0]).toBe(13);
    for (const most of [6.5, scalar(6.5)]) {
      const { a, b } = clipByNorm(tree, most);
      expect([...(await read(a)).data, ...(await read(b[0]!)).data]).toEqual([1.5, 2, 6]);
    }
  });

  test("a shorter tree keeps its bits, whatever the length given", async () => {
    const values = [0.1, -0.7, 1e-20, 0.3];
    for (const most of [0.77, 1, 1.1, 3.3, 1e6]) {
      const { data } = await read(clipByNorm(tensor(values, [4]), most));
      expect(data).toEqual(Float32Array.from(values));
    }
  });

  test("where all is 0 so is the result, and its gradient is finite", async () => {
    const { value, grad } = valueAndGrad((x: Tensor) => sum(clipByNorm([x], 2)[0]!))(zeros([3]));
    expect([...(await read(value)).data, ...(await read(grad)).data]).toEqual([0, 1, 1, 1]);
  });
});

test("lengths of 0 and below are refused", () => {
  expect(() => clipByNorm(zeros([1]), 0)).toThrow("above 0, not 0");
  expect(() => clipByNorm(zeros([1]), NaN)).toThrow("above 0, not NaN");
  expect(() => clipByNorm([], 1)).toThrow("at least one tensor");
});
