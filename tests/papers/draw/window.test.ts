/** DRAW's window against independent numbers, the note's example by hand, and the mistakes of public code. */
import { beforeAll, expect, test } from "vitest";
import { add, square } from "../../../src/math/elementwise.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { read as valuesOf } from "../../../src/math/memory.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import {
  filterbank,
  frameOf,
  gridPoints,
  read,
  windowOf,
  write,
} from "../../../src/papers/draw/window.ts";
import {
  guardedFilterbank,
  mixedUpGridPoints,
  wrongExponentVariance,
} from "../../../src/papers/draw/window-mistakes.ts";
import { gap } from "../../fixtures/gap.ts";
import reference from "../../fixtures/paper-reference.json" with { type: "json" };

const [SIDE, N] = [28, 5];
/** In 32 bits, with exponents that are squared distances of many pixels. */
const RELATIVE = 1e-5;

beforeAll(async () => {
  await useBackend("wasm");
});

const one = (value: number): Tensor => tensor([value], [1, 1, 1]);
const numbers = async (x: Tensor): Promise<number[]> => [...(await valuesOf(x)).data];
const stack = (pictures: readonly (readonly (readonly number[])[])[]): Tensor =>
  tensor(pictures.flat(2), [pictures.length, pictures[0]!.length, pictures[0]![0]!.length]);

test("filters, what they read and write, and the gradient through the window", async () => {
  const { draw } = reference;
  const [x, w] = [stack(draw.image), stack(draw.patch)];
  const p = tensor(draw.params.flat(), [draw.params.length, 5]);
  const seen = (raw: Tensor): Tensor => {
    const { FX, FY, gamma } = windowOf(raw, N, SIDE);
    return read(x, FX, FY, gamma);
  };
  const written = (raw: Tensor): Tensor => {
    const { FX, FY, gamma } = windowOf(raw, N, SIDE);
    return write(w, FX, FY, gamma);
  };
  const { FX, FY } = windowOf(p, N, SIDE);
  expect(await gap(FX, draw.FX.flat(2))).toBeLessThan(RELATIVE);
  expect(await gap(FY, draw.FY.flat(2))).toBeLessThan(RELATIVE);
  expect(await gap(seen(p), draw.read.flat(2))).toBeLessThan(RELATIVE);
  expect(await gap(written(p), draw.write.flat(2))).toBeLessThan(RELATIVE);
  const { grad } = valueAndGrad((raw: Tensor) =>
    add(sum(square(seen(raw))), sum(square(written(raw)))),
  )(p);
  expect(await gap(grad, draw.grad_params.flat())).toBeLessThan(3 * RELATIVE);
});

test("the note's row of five pixels", async () => {
  const mu = gridPoints(one(2), one(1), 3);
  expect(await numbers(mu)).toEqual([1, 2, 3]);
  const F = filterbank(mu, one(0.5), 5);
  const middle = [0.01, 0.208, 0.564, 0.208, 0.01];
  (await numbers(F)).slice(5, 10).forEach((weight, a) => expect(weight).toBeCloseTo(middle[a]!, 3));

  const line = tensor(
    Array.from({ length: 25 }, (_, k) => Number(k % 5 === 2)),
    [1, 5, 5],
  );
  const row = (await numbers(read(line, F, F, one(1)))).slice(3, 6);
  row.forEach((value, i) => expect(value).toBeCloseTo([0.21, 0.564, 0.21][i]!, 3));

  const dot = tensor([0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 3, 3]);
  const canvas = await numbers(write(dot, F, F, one(1)));
  expect(canvas[12]).toBeCloseTo(0.318, 3);
  expect(canvas[13]).toBeCloseTo(0.117, 3);
  expect(canvas[18]).toBeCloseTo(0.043, 3);
  expect(canvas.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
});

test("the mixed-up grid of the note's table, and where its two halves cancel", async () => {
  const right = gridPoints(one(13.5), one(6.75), 5);
  expect(await numbers(right)).toEqual([0, 6.75, 13.5, 20.25, 27]);
  const mixed = mixedUpGridPoints(one(13.5), one(6.75), 5);
  expect(await numbers(mixed)).toEqual([-5.75, 1, 7.75, 14.5, 21.25]);
  expect(await numbers(mixedUpGridPoints(one(13.5), one(27), 2))).toEqual([-26, 1]);
  const [cancelled, meant] = [mixedUpGridPoints, gridPoints].map((points) =>
    numbers(points(one(8), one(1), 4)),
  );
  expect(await cancelled).toEqual(await meant);
});

test("the wrong bracket is the right formula with the variance 2σ⁴", async () => {
  const [mu, sigma2] = [9, 3];
  const bells = Array.from({ length: SIDE }, (_, a) => Math.exp(-(((a - mu) / (2 * sigma2)) ** 2)));
  const all = bells.reduce((a, b) => a + b);
  const found = filterbank(one(mu), wrongExponentVariance(one(sigma2)), SIDE);
  expect(
    await gap(
      found,
      bells.map((bell) => bell / all),
    ),
  ).toBeLessThan(RELATIVE);
});

test("far off the image the guard makes zeros, where the softmax keeps to the nearest pixel", async () => {
  const near = [guardedFilterbank, filterbank].map((bank) => numbers(bank(one(9), one(1), SIDE)));
  const [guarded, soft] = await Promise.all(near);
  guarded!.forEach((weight, a) => expect(weight).toBeCloseTo(soft![a]!, 6));
  const far = await numbers(guardedFilterbank(one(-15), one(1), SIDE));
  expect(Math.max(...far)).toBe(0);
  const kept = await numbers(filterbank(one(-15), one(1), SIDE));
  expect(kept[0]).toBeCloseTo(1, 5);
  expect(kept.every(Number.isFinite)).toBe(true);
});

test("a window at 0 spans the image, and its raw numbers are held within bounds", async () => {
  const p = tensor([0, 0, 0, 0, 0, 1, -1, 50, 50, -50], [2, 5]);
  const frame = await numbers(frameOf(windowOf(p, N, SIDE)));
  expect(frame.slice(0, 4)).toEqual([13.5, 13.5, 27, 1]);
  const [gX, gY, side, deviation] = frame.slice(4);
  expect([gX, gY]).toEqual([28, -1]);
  expect(side! / 27).toBeCloseTo(Math.exp(1.5), 4);
  expect(deviation).toBeCloseTo(Math.exp(3), 4);
  const { gamma } = windowOf(p, N, SIDE);
  expect((await numbers(gamma))[1]! * Math.exp(6)).toBeCloseTo(1, 4);
});
