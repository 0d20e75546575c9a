import { getBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { broadcastTo, sum, sumTo } from "../../src/math/broadcast.ts";
import { conv3x3, maxPool2x2 } from "../../src/math/conv.ts";
import {
  add,
  clip,
  div,
  exp,
  log,
  maximum,
  minimum,
  mul,
  neg,
  relu,
  sigmoid,
  softplus,
  sqrt,
  square,
  sub,
  tanh,
} from "../../src/math/elementwise.ts";
import { valueAndGrad, valueAndGradWithAux } from "../../src/math/grad.ts";
import { dense, gather, matMul } from "../../src/math/linear.ts";
import { kernelsInUse } from "../../src/math/kernels/in-use.ts";
import { read, tensorCount, scope } from "../../src/math/memory.ts";
import { lstmCell } from "../../src/math/lstm.ts";
import { batchNorm, layerNorm } from "../../src/math/norm.ts";
import { detach, logSumExp, max, mean, softmax } from "../../src/math/reduce.ts";
import { sgd } from "../../src/math/optim.ts";
import { concat, pad, reshape, slice, stack, transpose } from "../../src/math/shape.ts";
import { scalar, tensor, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  number,
  numbers,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
  type Operation,
} from "../fixtures/finite-differences.ts";

const positive = "positive";

const CASES: Case[] = [
  [
    "add",
    add,
    [
      [3, 4],
      [3, 4],
    ],
  ],
  ["add, broadcasting", add, [[3, 4], [4]]],
  ["add of a number", (x) => add(x, 3), [[3, 4]]],
  [
    "sub, broadcasting",
    sub,
    [
      [3, 1],
      [3, 4],
    ],
  ],
  [
    "mul",
    mul,
    [
      [3, 4],
      [3, 4],
    ],
  ],
  ["mul, broadcasting", mul, [[], [3, 4]]],
  ["mul by itself", (x) => mul(x, x), [[3, 4]]],
  [
    "div",
    div,
    [
      [3, 4],
      [1, 4],
    ],
    positive,
  ],
  ["number over tensor", (x) => div(2, x), [[3, 4]], positive],
  [
    "maximum",
    maximum,
    [
      [3, 4],
      [3, 4],
    ],
  ],
  ["maximum, broadcasting", maximum, [[3, 4], [4]]],
  [
    "minimum",
    minimum,
    [
      [3, 4],
      [3, 4],
    ],
  ],
  ["minimum with a number", (x) => minimum(x, 0.2), [[3, 4]]],
  ["neg", neg, [[5]]],
  ["square", square, [[5]]],
  ["sqrt", sqrt, [[5]], positive],
  ["exp", exp, [[5]]],
  ["log", log, [[5]], positive],
  ["relu", relu, [[3, 4]]],
  ["tanh", tanh, [[3, 4]]],
  ["sigmoid", sigmoid, [[3, 4]]],
  ["softplus", softplus, [[3, 4]]],
  ["clip", (x) => clip(x, -0.5, 0.5), [[3, 4]]],
  ["sum", (x) => sum(x), [[3, 4]]],
  ["sum over the first axis", (x) => sum(x, 0), [[3, 4]]],
  ["sum over two axes of three, kept", (x) => sum(x, [0, 2], true), [[2, 3, 2]]],
  ["sumTo", (x) => sumTo(x, [3, 1]), [[2, 3, 2]]],
  ["broadcastTo", (x) => broadcastTo(x, [2, 3, 4]), [[3, 1]]],
  ["mean", (x) => mean(x, -1), [[3, 4]]],
  ["max", (x) => max(x, 1), [[3, 4]]],
  ["max over the first axis, kept", (x) => max(x, 0, true), [[3, 4]]],
  ["logSumExp", (x) => logSumExp(x, 1), [[3, 4]]],
  ["logSumExp of all", (x) => logSumExp(x), [[3, 4]]],
  ["softmax", softmax, [[3, 4]]],
  ["reshape", (x) => square(reshape(x, [2, -1])), [[3, 4]]],
  ["transpose", (x) => transpose(x), [[2, 3, 2]]],
  ["transpose by an order", (x) => transpose(x, [2, 0, 1]), [[2, 3, 2]]],
  ["slice", (x) => slice(x, [1, 0], [2, 3]), [[3, 4]]],
  [
    "pad",
    (x) =>
      pad(x, [
        [1, 0],
        [0, 2],
      ]),
    [[2, 3]],
  ],
  [
    "concat",
    (a, b) => concat([a, b], 1),
    [
      [3, 1],
      [3, 3],
    ],
  ],
  ["concat with itself", (a) => concat([a, a], -1), [[3, 2]]],
  [
    "stack",
    (a, b) => stack([a, b], 1),
    [
      [3, 2],
      [3, 2],
    ],
  ],
  [
    "matMul",
    (a, b) => matMul(a, b),
    [
      [3, 4],
      [4, 2],
    ],
  ],
  [
    "matMul of batches",
    (a, b) => matMul(a, b),
    [
      [2, 3, 2],
      [2, 2, 3],
    ],
  ],
  [
    "matMul of a batch by one matrix",
    (a, b) => matMul(a, b),
    [
      [2, 3, 2],
      [2, 3],
    ],
  ],
  ["dense", dense as unknown as Operation, [[3, 2], [2, 4], [4]]],
  ["dense with ReLU", (x, W, b) => dense(x, W, b, "relu"), [[3, 2], [2, 4], [4]]],
  ["dense of a batch", (x, W, b) => dense(x, W, b, "relu"), [[2, 3, 2], [2, 4], [4]]],
  [
    "conv3x3",
    (x, f) => conv3x3(x, f),
    [
      [2, 3, 5, 2],
      [3, 3, 2, 3],
    ],
  ],
  ["conv3x3, bias", (x, f, b) => conv3x3(x, f, b), [[2, 3, 5, 2], [3, 3, 2, 3], [3]]],
  ["conv3x3, ReLU", (x, f, b) => conv3x3(x, f, b, "relu"), [[2, 3, 5, 2], [3, 3, 2, 3], [3]]],
  [
    "a step of SGD held within a bound",
    (w, g, rate) => sgd().update(w, g, [], rate, 0.7).params,
    [[3, 4], [3, 4], []],
  ],
  ["maxPool2x2", (x) => maxPool2x2(x), [[2, 2, 3, 2]]],
  ["layerNorm", layerNorm as unknown as Operation, [[3, 4], [4], [4]]],
  ["batchNorm", batchNorm as unknown as Operation, [[2, 3, 2], [2], [2]]],
  [
    "lstmCell",
    (W, b, x, h, c) => {
      const next = lstmCell({ W: W, b: b }, x, { h: h, c: c });
      return concat([next.h, mul(next.c, 2)], 1);
    },
    [[3, 8], [8], [2, 1], [2, 2], [2, 2]],
  ],
  ["an LSTM's output alone", (gates) => lstmOutput(gates), [[2, 3]]],
  [
    "a sum of which one part counts elsewhere too",
    (x, y) => {
      const [u, v] = [square(x), square(y)];
      const w = mul(v, u);
      return add(add(u, v), w);
    },
    [[4], [4]],
  ],
  [
    "a sum of which both parts count elsewhere too",
    (x, y) => {
      const [u, v] = [square(x), square(y)];
      const [w, z] = [mul(u, 3), mul(v, v)];
      return add(mul(w, z), add(u, v));
    },
    [[4], [4]],
  ],
  ["gather, a row twice", (x) => gather(x, [2, 0, 2]), [[3, 4]]],
];

/** One step of an LSTM of one unit whose memory isn't used further. */
function lstmOutput(x: Tensor): Tensor {
  const weights = { W: tensor(numbers([4, 4], 1), [4, 4]), b: tensor([0.1, 0.2, 0.3, 0.4], [4]) };
  const state = tensor([0.5, -0.5], [2, 1]);
  return lstmCell(weights, x, { h: state, c: state }).h;
}

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", ({ backend, kernels }) => {
  beforeAll(async () => {
    await start({ backend, kernels } as (typeof BACKENDS)[number]);
    expect(kernelsInUse()).toBe(backend === "wasm" && kernels);
  });

  test.each(CASES)("gradient of %s agrees with finite differences", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
  });

  test.each(CASES)("second derivative of %s agrees with finite differences", async (...one) => {
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("is the backend that computes", () => {
    expect(getBackend()).toBe(backend);
  });

  test("values are those of plain JavaScript", async () => {
    const check = async (
      f: (x: Tensor) => Tensor,
      wanted: (x: number) => number,
      points: number[],
    ) => {
      const { data } = await read(f(tensor(points, [points.length])));
      for (const [i, x] of points.entries()) {
        expect(Math.abs(data[i]! - wanted(x))).toBeLessThanOrEqual(3e-6 * Math.abs(wanted(x)));
      }
    };
    const points = [-80, -20, -2, -0.5, 0.25, 3, 20, 80];
    await check(relu, (v) => Math.max(v, 0), points);
    await check(tanh, Math.tanh, points);
    await check(exp, Math.exp, points);
    await check(sigmoid, (v) => 1 / (1 + Math.exp(-v)), points);
    await check(softplus, (v) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), points);
    await check(log, Math.log, [1e-30, 0.5, 3, 1e30]);
  });

  test("logSumExp and softmax don't overflow", async () => {
    const x = tensor([1000, 1000, -1000, 0], [2, 2]);
    expect((await read(logSumExp(x, 1))).data[0]).toBeCloseTo(1000 + Math.log(2), 3);
    expect((await read(logSumExp(x, 1))).data[1]).toBe(0);
    expect([...(await read(softmax(x))).data]).toEqual([0.5, 0.5, 0, 1]);
  });

  test("equal maxima share the gradient, and detach stops it", async () => {
    const x = tensor([2, 5, 5, 1], [4]);
    expect([...(await read(valueAndGrad((v: Tensor) => max(v))(x).grad)).data]).toEqual([
      0, 0.5, 0.5, 0,
    ]);
    const { grad } = valueAndGrad((v: Tensor) => sum(mul(v, detach(v))))(x);
    expect([...(await read(grad)).data]).toEqual([2, 5, 5, 1]);
  });

  test("a leaf that the loss doesn't depend on gets zeros", async () => {
    const params = { a: tensor([1, 2], [2]), b: tensor([3, 4], [2]) };
    const { grad } = valueAndGrad((p: typeof params) => sum(p.a))(params);
    expect([...(await read(grad.a)).data, ...(await read(grad.b)).data]).toEqual([1, 1, 0, 0]);
    const none = valueAndGrad((_p: typeof params) => scalar(7))(params);
    expect([...(await read(none.grad.a)).data, await number(none.value)]).toEqual([0, 0, 7]);
  });

  test("auxiliary results outlive the forward pass, and nothing leaks", async () => {
    const x = tensor([1, 2], [2]);
    const before = tensorCount();
    const result = scope(() =>
      valueAndGradWithAux((p: Tensor) => {
        const y = square(p);
        return { loss: sum(y), aux: { y, p } };
      })(x),
    );
    expect([...(await read(result.aux.y)).data]).toEqual([1, 4]);
    expect([...(await read(result.grad)).data]).toEqual([2, 4]);
    expect(tensorCount() - before).toBe(4);
    result.aux.p.dispose();
    expect([...(await read(x)).data]).toEqual([1, 2]);
  });
});

test("wrong shapes are refused in a sentence", () => {
  const x = tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  expect(() => matMul(x, x)).toThrow("Shapes [2,3] and [2,3] have no matrix product.");
  expect(() => matMul(reshape(x, [1, 2, 3]), reshape(x, [2, 3, 1]))).toThrow("no matrix product");
  expect(() => tensor([1, 2], [3])).toThrow("A tensor of shape [3] holds 3 numbers, not 2.");
  expect(() => gather(x, [2])).toThrow("A tensor of shape [2,3] has no row 2.");
  expect(() => slice(x, [0, 2], [2, 2])).toThrow("no block of size [2,2] at [0,2]");
  expect(() => sum(x, 2)).toThrow("A tensor of rank 2 has no axis 2.");
  expect(() => concat([x, reshape(x, [3, 2])])).toThrow("can't be joined along axis 0");
  expect(() => broadcastTo(x, [3, 3])).toThrow("doesn't repeat to [3,3]");
  expect(() => valueAndGrad((v: Tensor) => v)(x)).toThrow("A loss is a single number");
  expect(() => valueAndGrad(() => scalar(1))([])).toThrow("at least one tensor");
});
