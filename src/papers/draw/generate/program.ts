import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid } from "../../../math/elementwise.ts";
import { fold, type Key } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { reshape, stack } from "../../../math/shape.ts";
import { zeros } from "../../../math/tensor.ts";
import { generate } from "../model.ts";
import { TRAINED } from "../trained.ts";
import { frameOf } from "../window.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { COUNT, demo, MEASURED, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

/** Eqs. (13) to (15) for n digits: chances of ink [n, T + 1, 28, 28], and frames of the write windows [n, T, 4]. */
function drawn(weights: Weights, key: Key, n: number) {
  const steps = once(() => generate(weights, TRAINED, normal(key, [T, n, TRAINED.Z])));
  return {
    canvases() {
      const first = broadcastTo(weights.c0, [n, PIXELS]);
      const all = stack([first, ...steps().map(({ canvas }) => canvas)], 1);
      return reshape(sigmoid(all), [n, T + 1, SIDE, SIDE]);
    },
    windows: () =>
      stack(
        steps().map(({ writing }) => frameOf(writing!)),
        1,
      ),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

export const program = defineProgram(demo, {
  init: (_, key): Weights => initDraw(key, TRAINED, zeros([PIXELS])),
  weights: {
    of: (weights: Weights) => weights,
    begin: (_: Weights, weights) => weights as Weights,
  },
  measure: {
    sample: (weights: Weights, _, key) => ({
      windows: drawn(weights, fold(key, "z"), MEASURED).windows(),
    }),
    evaluate({ windows: { data } }) {
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
      };
    },
  },
  observe: (weights: Weights, { codes }, key) => drawn(weights, fold(fold(key, "z"), codes), COUNT),
});
