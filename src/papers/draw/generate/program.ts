import { defineProgram } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { mul, sigmoid } from "../../../math/elementwise.ts";
import { fold, type Key } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { meanOf } from "../mean-of.ts";
import { generate } from "../model.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { frameOf } from "../window.ts";
import { COUNT, demo, MEASURED, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

interface Ways {
  readonly heat: number;
  readonly fresh: number;
}

/** Codes [T, groups · each, Z] of deviation `heat`; until step `fresh` those of a group are the same. Rows k, k + groups, … are a group. */
function codes(key: Key, groups: number, each: number, { heat, fresh }: Ways): Tensor {
  const { Z } = TRAINED;
  const z = normal(key, [T, groups * each, Z]);
  const alike = fresh - 1;
  if (alike === 0) return mul(z, heat);
  const shared = slice(z, [0, 0, 0], [alike, groups, Z]);
  const early = concat(Array<Tensor>(each).fill(shared), 1);
  return mul(concat([early, slice(z, [alike, 0, 0], [T - alike, groups * each, Z])]), heat);
}

/** Eqs. (13) to (15) for codes z [T, n, Z]: chances of ink [n, T + 1, 28, 28], and frames of the write windows [n, T, 4]. */
function drawn(weights: Weights, z: Tensor) {
  const [, n] = z.shape as [number, number, number];
  const steps = generate(weights, TRAINED, z);
  const first = broadcastTo(weights.c0, [n, PIXELS]);
  const all = stack([first, ...steps.map(({ canvas }) => canvas)], 1);
  return {
    canvases: reshape(sigmoid(all), [n, T + 1, SIDE, SIDE]),
    windows: stack(
      steps.map(({ writing }) => frameOf(writing!)),
      1,
    ),
  };
}

/** Sum over pixels and pairs k, k + pairs of how much chances of ink [2 · pairs, 28, 28] differ. */
const differences = (chances: Float32Array, pairs: number): number =>
  chances
    .subarray(0, pairs * PIXELS)
    .reduce((sum, chance, i) => sum + Math.abs(chance - chances[i + pairs * PIXELS]!), 0);

export const program = defineProgram(demo, {
  ...shipped,
  shared: {
    five: (weights: Weights, { heat, fresh, codes: which }, key) =>
      drawn(weights, codes(fold(fold(key, "z"), which), 1, COUNT, { heat, fresh })),
    pairs(weights: Weights, { heat, fresh }, key) {
      const z = codes(fold(key, "pairs"), MEASURED / 2, 2, { heat, fresh });
      const { windows, canvases } = drawn(weights, z);
      return { windows, last: slice(canvases, [0, T, 0, 0], [MEASURED, 1, SIDE, SIDE]) };
    },
  },
  measure: {
    fixed: true,
    sample: (_, __, ___, { pairs }) => pairs(),
    evaluate({ windows: { data }, last }) {
      const digits = Array.from({ length: MEASURED }, (_, k) => k);
      const steps = Array.from({ length: T }, (_, t) => t);
      const frame = (k: number, t: number) => data.subarray(4 * (k * T + t));
      const sides = (from: number) =>
        digits.flatMap((k) => steps.slice(from).map((t) => frame(k, t)[2]!));
      const move = (k: number, t: number): number => {
        const [from, to] = [frame(k, t - 1), frame(k, t)];
        return Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!);
      };
      const ways = digits.map((k) => steps.slice(1).reduce((way, t) => way + move(k, t), 0));
      return {
        first: meanOf(digits.map((k) => frame(k, 0)[2]!)),
        late: meanOf(sides(T - LATE)),
        way: meanOf(ways),
        apart: differences(last.data, MEASURED / 2) / (MEASURED / 2),
      };
    },
  },
  observe: (_, __, ___, { five }) => ({
    canvases: () => five().canvases,
    windows: () => five().windows,
  }),
});
