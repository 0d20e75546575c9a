import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { add, mul } from "../../src/math/elementwise.ts";
import { valueAndGrad, valueAndGradWithAux } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { read, scope } from "../../src/math/memory.ts";
import { normal } from "../../src/math/random.ts";
import { concat, reshape } from "../../src/math/shape.ts";
import { tensor, zeros, type Shape, type Tensor } from "../../src/math/tensor.ts";
import { warp } from "../../src/math/warp.ts";
import { relativeGap } from "../fixtures/gap.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";

const numbersOf = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];

/** Reads nowhere near the line between two pixels. */
const tilted = (): Tensor =>
  tensor([0.9, 0.23, 0.31, -0.17, 1.1, -0.4, 1.2, -0.11, 0.1, 0.13, 0.8, 0.27], [2, 2, 3]);
const CASES: Case[] = [
  ["warp by images", (x) => warp(x, tilted()), [[2, 3, 4]]],
  ["warp by images in colour", (x) => warp(x, tilted()), [[2, 3, 2, 3]]],
  [
    "warp by both",
    (x, a) => warp(x, add(mul(a, 0.05), tilted())),
    [
      [2, 3, 4],
      [2, 2, 3],
    ],
  ],
];

/** By hand: 2 rows of 3. */
const image = (): Tensor => tensor([1, 2, 3, 4, 5, 6], [1, 2, 3]);
const MAPS: [name: string, map: number[], wanted: number[]][] = [
  ["as it is", [1, 0, 0, 0, 1, 0], [1, 2, 3, 4, 5, 6]],
  ["one to the left", [1, 0, 1, 0, 1, 0], [2, 3, 0, 5, 6, 0]],
  ["half to the left", [1, 0, 0.5, 0, 1, 0], [1.5, 2.5, 1.5, 4.5, 5.5, 3]],
  ["a quarter down", [1, 0, 0, 0, 1, -0.25], [0.75, 1.5, 2.25, 3.25, 4.25, 5.25]],
  ["mirrored", [-1, 0, 0, 0, 1, 0], [3, 2, 1, 6, 5, 4]],
  ["turned by half a turn", [-1, 0, 0, 0, -1, 0], [6, 5, 4, 3, 2, 1]],
  ["seen from afar", [2, 0, 0, 0, 1, 0], [0, 2, 0, 0, 5, 0]],
  ["out of sight", [1, 0, 3, 0, 1, 0], [0, 0, 0, 0, 0, 0]],
  ["further than any whole number", [1, 0, 1e30, 0, 1, -1e30], [0, 0, 0, 0, 0, 0]],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative of %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test.each(MAPS)("%s", async (_, map, wanted) => {
    const affine = tensor(map, [1, 2, 3]);
    expect(await numbersOf(warp(image(), affine))).toEqual(wanted);
    const colours = reshape(concat([reshape(image(), [6, 1]), zeros([6, 1])], 1), [1, 2, 3, 2]);
    expect(await numbersOf(warp(colours, affine))).toEqual(wanted.flatMap((v) => [v, 0]));
  });

  test("at the pixels themselves the slope by the map is that to the right, and below", async () => {
    const { grad } = valueAndGrad((a: Tensor) => {
      const weights = tensor([0, 1, 0, 0, 0, 10], [1, 2, 3]);
      return sum(mul(warp(tensor([1, 2, 7, 4, 3, 6], [1, 2, 3]), a), weights));
    })(tensor([1, 0, 0, 0, 1, 0], [1, 2, 3]));
    // At (0, -.5): 7 - 2 to the right, 3 - 2 below. At (1, .5): 0 - 6 and 0 - 6, ten times.
    expect(await numbersOf(grad)).toEqual([-60, -2.5 - 30, 5 - 60, -60, -0.5 - 30, 1 - 60]);
  });

  test("a quarter turn of a square, each image by its own map", async () => {
    const square = tensor([1, 2, 3, 4, 1, 2, 3, 4], [2, 2, 2]);
    const affine = tensor([0, 1, 0, -1, 0, 0, 1, 0, 0, 0, 1, 0], [2, 2, 3]);
    // The pixel at the upper left is read at (y, -x) = (-.5, .5): the lower left.
    expect(await numbersOf(warp(square, affine))).toEqual([3, 1, 4, 2, 1, 2, 3, 4]);
  });
});

/** Value and gradients of a warp, and the gradient of that by images of it. */
async function everything(shape: Shape): Promise<number[]> {
  const key = keyOf(3);
  const made = scope(() => {
    const x = normal(fold(key, "x"), shape);
    const noise = mul(normal(fold(key, "affine"), [shape[0]!, 2, 3]), 0.3);
    const affine = add(noise, tensor([1, 0, 0, 0, 1, 0], [2, 3]));
    const weights = normal(fold(key, "weights"), shape);
    const { aux, grad } = valueAndGradWithAux((p: readonly [Tensor, Tensor]) => {
      const y = warp(...p);
      return { loss: sum(mul(y, weights)), aux: y };
    })([x, affine]);
    return concat([aux, ...grad].map((t) => reshape(t, [-1])));
  });
  const found = await numbersOf(made);
  made.dispose();
  return found;
}

const side = fc.integer({ min: 1, max: 11 });
const SHAPES: Shape[] = [
  ...fc.sample(fc.tuple(fc.constant(3), side, side), { seed: 1, numRuns: 30 }),
  ...fc.sample(fc.tuple(fc.constant(2), side, side, fc.integer({ min: 1, max: 9 })), {
    seed: 2,
    numRuns: 30,
  }),
  [2, 28, 28],
];

test("our kernel reads and spreads what the products of weights do", async () => {
  await useBackend("wasm");
  const names: (string | null)[] = [];
  watchLaunches((name) => names.push(name));
  const ours: number[][] = [];
  for (const shape of SHAPES) ours.push(await everything(shape));
  watchLaunches(undefined);
  for (const name of ["warp", "warpBack"])
    expect(names.filter((each) => each === name)).toHaveLength(SHAPES.length);
  await useBackend("cpu");
  for (const [i, shape] of SHAPES.entries()) {
    const wanted = await everything(shape);
    expect(relativeGap(ours[i]!, wanted), String(shape)).toBeLessThan(2e-5);
  }
});

test("maps that are no numbers read nothing", async () => {
  await useBackend("wasm");
  expect(await numbersOf(warp(image(), tensor([NaN, 0, 0, 0, 1, 0], [1, 2, 3])))).toEqual(
    Array(6).fill(0),
  );
});

test("maps and images that don't fit are refused", () => {
  expect(() => warp(image(), zeros([2, 2, 3]))).toThrow(
    "Images [1,2,3] can't be warped by maps of shape [2,2,3].",
  );
  expect(() => warp(zeros([2, 3]), zeros([2, 2, 3]))).toThrow("can't be warped");
  expect(() => valueAndGrad((a: Tensor) => sum(warp(image(), a)))(zeros([1, 3, 2]))).toThrow(
    "can't be",
  );
});
