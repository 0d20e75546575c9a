import { defineProgram, once } from "../../../engine/program.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { fold, keyOf } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape } from "../../../math/shape.ts";
import { zeros, type Numbers, type Tensor } from "../../../math/tensor.ts";
import { bits } from "../picture-bits.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { TRAINED } from "../shipped-sizes.ts";
import { frameOf } from "../window.ts";
import { demo, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

/** Draws ε, so that picture and numbers are of one draw. */
const KEY = keyOf(0);

/** Eqs. (3) to (12) for one picture, with the draw of ε [T, 1, Z] that a number names. */
function copied(weights: Weights, picture: Numbers, noise: number) {
  const x = bits(picture.data);
  const { Lx, Lz, steps } = infer(weights, TRAINED, x, normal(fold(KEY, noise), [T, 1, TRAINED.Z]));
  const c0 = broadcastTo(weights.c0, [1, PIXELS]);
  const canvases = once(() => sigmoid(concat([c0, ...steps.map(({ canvas }) => canvas)])));
  const error = once(() => sub(x, canvases()));
  return { Lx, Lz, steps, canvases, error };
}

const square = (rows: Tensor): Tensor => reshape(rows, [-1, SIDE, SIDE]);

export const program = defineProgram(demo, {
  init: (_, key): Weights => initDraw(key, TRAINED, zeros([PIXELS])),
  weights: {
    of: (weights: Weights) => weights,
    begin: (_: Weights, weights) => weights as Weights,
  },
  measure: {
    sample(weights: Weights, { x, noise }) {
      const { Lx, Lz, steps, error } = copied(weights, x, noise);
      const reading = concat(steps.map((step) => frameOf(step.reading!)));
      return { Lx, Lz, reading, error: error() };
    },
    evaluate({ Lx, Lz, reading, error }) {
      /** Of the error image before step t, from 0. */
      const wrong = (t: number): number =>
        error.data
          .subarray(t * PIXELS, (t + 1) * PIXELS)
          .reduce((total, each) => total + Math.abs(each), 0);
      const sides = Array.from({ length: T }, (_, t) => reading.data[4 * t + 2]!);
      return {
        first: sides[0]!,
        late: sides.slice(T - LATE).reduce((total, side) => total + side, 0) / LATE,
        wrong: wrong(0),
        left: wrong(T),
        Lx: Lx.data[0]!,
        Lz: Lz.data[0]!,
      };
    },
  },
  observe(weights: Weights, { x, noise }) {
    const copy = once(() => copied(weights, x, noise));
    return {
      canvases: () => square(copy().canvases()),
      reading: () => concat(copy().steps.map((step) => frameOf(step.reading!))),
      writing: () => concat(copy().steps.map((step) => frameOf(step.writing!))),
    };
  },
});
