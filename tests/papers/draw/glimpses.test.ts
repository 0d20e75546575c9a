/** The classifier by glimpses against its equations written out in plain numbers, and its gradient against differences. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { add } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read as valuesOf } from "../../../src/math/memory.ts";
import { normalArray, uniformArray } from "../../../src/math/random-arrays.ts";
import { mean } from "../../../src/math/reduce.ts";
import { concat } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, mapTree } from "../../../src/math/tree.ts";
import {
  CLASSES,
  initGlimpses,
  look,
  type GlimpseWeights,
} from "../../../src/papers/draw/glimpses.ts";
import { frameOf } from "../../../src/papers/draw/window.ts";
import { gap } from "../../fixtures/gap.ts";
import { affine, filters, lstm, read, type PlainLayer } from "../../fixtures/plain-draw.ts";

beforeAll(() => useBackend("wasm"));

const KEY = keyOf(5);
/** Of differences. */
const STEP = 0.003;
const [n, T, H, N, side] = [2, 3, 4, 3, 12];
const FREE = { T, N, nailed: false };
const labels = [7, 2];
const pictures = uniformArray(fold(KEY, "x"), n * side ** 2);
const x = () => tensor(pictures, [n, side, side]);
const numbers = async (of: Tensor): Promise<number[]> => [...(await valuesOf(of)).data];

/** First weights, none of them zero. */
function wild(): GlimpseWeights {
  let at = 0;
  return mapTree(
    (w) =>
      add(
        w,
        tensor(
          normalArray(fold(KEY, at++), w.size).map((z) => 0.2 * z),
          w.shape,
        ),
      ),
    initGlimpses(KEY, { H, N, side }),
  );
}

/** Logits after each glimpse of each picture, by the equations. */
async function plainly({ lstm: cell, window, classes, h0 }: GlimpseWeights): Promise<number[][][]> {
  const layer = async ({ W, b }: { W: Tensor; b: Tensor }): Promise<PlainLayer> => ({
    W: await numbers(W),
    b: await numbers(b),
  });
  const [gates, place, out, begin] = await Promise.all([
    layer(cell),
    layer(window),
    layer(classes),
    numbers(h0),
  ]);
  return labels.map((_, i) => {
    const picture = [...pictures.subarray(i * side ** 2, (i + 1) * side ** 2)];
    let state = { h: begin, c: begin.map(() => 0) };
    return Array.from({ length: T }, () => {
      const glimpse = read(picture, filters(state.h, place, N, side));
      state = lstm(affine([...glimpse, ...state.h], gates), state.c);
      return affine(state.h, out);
    });
  });
}

const surprise = (logits: readonly number[], label: number): number =>
  Math.log(logits.reduce((sum, each) => sum + Math.exp(each), 0)) - logits[label]!;

test("the logits after each glimpse are those of the equations, on an image of another size than the generator's", async () => {
  const weights = wild();
  const wanted = await plainly(weights);
  for (const [k, { logits }] of look(weights, x(), FREE).entries())
    expect(
      await gap(
        logits,
        wanted.flatMap((picture) => picture[k]!),
      ),
    ).toBeLessThan(1e-5);
});

test("the gradient through windows and glimpses is the slope along it, by every group of weights", async () => {
  const weights = wild();
  const { grad } = valueAndGrad((w: GlimpseWeights) =>
    mean(crossEntropy(look(w, x(), FREE).at(-1)!.logits, tensor(labels, [n]))),
  )(weights);
  for (const [group, slope] of leaves(grad).entries()) {
    const slopes = (await valuesOf(slope)).data;
    const length = Math.hypot(...slopes);
    const at = async (step: number): Promise<number> => {
      let i = 0;
      const moved = mapTree((w) => {
        const way = slopes.map((g) => (step * g) / length);
        return i++ === group ? add(w, tensor(way, w.shape)) : w;
      }, weights);
      const logits = await plainly(moved);
      return logits.reduce((sum, each, k) => sum + surprise(each.at(-1)!, labels[k]!), 0) / n;
    };
    const found = ((await at(STEP)) - (await at(-STEP))) / (2 * STEP);
    expect(found / length, `group ${group}`).toBeCloseTo(1, 2);
  }
});

test("the first window spans the image and is the same for all; later ones differ, but for a nailed one", async () => {
  const frames = async (nailed: boolean): Promise<number[]> =>
    numbers(concat(look(wild(), x(), { T, N, nailed }).map(({ window }) => frameOf(window))));
  const free = await frames(false);
  expect(free.slice(0, 4)).toEqual(free.slice(4, 8));
  expect(free.slice(8, 12)).not.toEqual(free.slice(12, 16));
  const fresh = look(initGlimpses(KEY, { H, N, side }), x(), FREE)[0]!;
  const first = [5.5, 5.5, 11, 2.75];
  expect(await gap(frameOf(fresh.window), [...first, ...first])).toBeLessThan(1e-6);
  const nailed = await frames(true);
  for (let k = 0; k < nailed.length; k++) expect(nailed[k]! / first[k % 4]!).toBeCloseTo(1, 5);
});

test("a nailed window has no gradient, a free one has", async () => {
  const length = async (nailed: boolean): Promise<number> => {
    const { grad } = valueAndGrad((w: GlimpseWeights) =>
      mean(crossEntropy(look(w, x(), { T, N, nailed }).at(-1)!.logits, tensor(labels, [n]))),
    )(wild());
    return Math.hypot(...(await numbers(grad.window.W)));
  };
  expect(await length(true)).toBe(0);
  expect(await length(false)).toBeGreaterThan(0);
});

test("a guess is one of ten", () => {
  expect(look(wild(), x(), FREE).map(({ logits }) => logits.shape)).toEqual(
    Array.from({ length: T }, () => [n, CLASSES]),
  );
});
