/** Fused operations against the same composed of simple ones, over random shapes; and that a step takes ours alone. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { conv3x3 } from "../../src/math/conv.ts";
import { mul } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { kernelsInUse } from "../../src/math/kernels/in-use.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { dense, gather } from "../../src/math/linear.ts";
import { lstmCell } from "../../src/math/lstm.ts";
import { scope } from "../../src/math/memory.ts";
import { batchNorm, layerNorm } from "../../src/math/norm.ts";
import { normal } from "../../src/math/random.ts";
import { concat } from "../../src/math/shape.ts";
import type { Shape, Tensor } from "../../src/math/tensor.ts";
import { createSettings } from "../../src/engine/settings.ts";
import { program } from "../../src/papers/wgan/ring/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
});

const size = fc.integer({ min: 1, max: 37 });
/** A few images, filters and a bias; the sizes kept small. */
const imagesOf = (m: number, k: number, n: number): Shape[] => {
  const [side, channels] = [1 + (m % 7), 1 + (k % 11)];
  return [[1 + (m % 3), side, 1 + (n % 5), channels], [3, 3, channels, n], [n]];
};

const CASES: [string, (...x: Tensor[]) => Tensor, (a: number, b: number, c: number) => Shape[]][] =
  [
    ["dense", (x, W, b) => dense(x, W, b), (m, k, n) => [[m, k], [k, n], [n]]],
    ["dense, ReLU", (x, W, b) => dense(x, W, b, "relu"), (m, k, n) => [[m, k], [k, n], [n]]],
    ["layerNorm", (x, g, b) => layerNorm(x, g, b), (m, k, n) => [[m, k, n], [n], [n]]],
    ["batchNorm", (x, g, b) => batchNorm(x, g, b), (m, k, n) => [[m, k, n], [n], [n]]],
    ["conv3x3, bias", (x, f, b) => conv3x3(x, f, b), imagesOf],
    ["conv3x3, bias, ReLU", (x, f, b) => conv3x3(x, f, b, "relu"), imagesOf],
    ["gather", (x) => gather(x, [0, x.shape[0] - 1, 0]), (m, k) => [[m, k]]],
    [
      "lstmCell",
      (W, b, x, h, c) => {
        const next = lstmCell({ W: W, b: b }, x, { h: h, c: c });
        return concat([next.h, next.c], 1);
      },
      (m, k, n) => [[k + n, 4 * n], [4 * n], [m, k], [m, n], [m, n]],
    ],
  ];

/** The result and all gradients of f, row after row. */
function everything(f: (...x: Tensor[]) => Tensor, shapes: readonly Shape[]): number[] {
  const numbers: number[] = [];
  scope(() => {
    const inputs = shapes.map((shape, i) => normal(fold(keyOf(9), i), shape));
    const weigh = (y: Tensor) => sum(mul(y, normal(keyOf(5), y.shape)));
    const { grad } = valueAndGrad((p: Tensor[]) => weigh(f(...p)))(inputs);
    for (const x of [f(...inputs), ...grad]) numbers.push(...x.dataSync());
  });
  return numbers;
}

test.each(CASES)(
  "%s and its gradients are those of plain JavaScript",
  async (_name, f, shapesOf) => {
    const shapes = fc
      .sample(fc.tuple(size, size, size), { seed: 3, numRuns: 30 })
      .map((dims) => shapesOf(...dims));
    await useBackend("wasm");
    const passed: (string | null)[] = [];
    watchLaunches((name) => passed.push(name));
    const ours = shapes.map((s) => everything(f, s));
    watchLaunches(undefined);
    expect(passed).not.toContain(null);
    expect(shapes.map((s) => everything(f, s))).toEqual(ours);
    await useBackend("cpu");
    for (const [i, one] of shapes.entries()) {
      const wanted = everything(f, one);
      expect(ours[i]!.length).toBe(wanted.length);
      // Two numbers a column make their difference almost a step: its slope is ill-conditioned, in float64 as well.
      const most = Math.max(...wanted.map(Math.abs));
      const gap = Math.max(...wanted.map((x, j) => Math.abs(ours[i]![j]! - x)));
      expect(gap / most, JSON.stringify(one)).toBeLessThan(1e-5);
    }
  },
);

test.each(["rmsprop", "adam"] as const)(
  "a WGAN step with %s is launches of ours alone",
  async (optimizer) => {
    await useBackend("wasm");
    const names: (string | null)[] = [];
    scope(() => {
      const params = {
        data: "ring",
        loss: optimizer === "adam" ? "gan" : "wgan",
        optimizer,
        alpha: 0.001,
        c: 0.1,
        nCritic: 2,
        m: 64,
        hidden: 16,
      } as never;
      const state = program.init(params, keyOf(1), {});
      watchLaunches((name) => names.push(name));
      program.step(state, params, keyOf(2), createSettings({}, params).scalars as never, {});
      watchLaunches(undefined);
    });
    expect(names.length).toBeGreaterThan(50);
    expect(names).not.toContain(null);
    expect(names).toContain(optimizer);
  },
);
