import { defineProgram, once } from "../../../engine/program.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape, slice } from "../../../math/shape.ts";
import { zeros, type Numbers, type Tensor } from "../../../math/tensor.ts";
import { bits } from "../picture-bits.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { TRAINED } from "../shipped-sizes.ts";
import { frameOf } from "../window.ts";
import { demo, DRAWS, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

/** All draws of ε [T, n, Z] are made once for a run, so that picture and numbers are of one of them. */
type State = { readonly weights: Weights; readonly epsilon: Tensor };

/** Eqs. (3) to (12) for one picture, with the draw of ε [T, 1, Z] that a number names. */
function copied({ weights, epsilon }: State, picture: Numbers, noise: number) {
  const x = bits(picture.data);
  const { Lx, Lz, steps } = infer(
    weights,
    TRAINED,
    x,
    slice(epsilon, [0, noise, 0], [T, 1, TRAINED.Z]),
  );
  const c0 = broadcastTo(weights.c0, [1, PIXELS]);
  const canvases = once(() => sigmoid(concat([c0, ...steps.map(({ canvas }) => canvas)])));
  const error = once(() => sub(x, canvases()));
  return { Lx, Lz, steps, canvases, error };
}

const square = (rows: Tensor): Tensor => reshape(rows, [-1, SIDE, SIDE]);

export const program = defineProgram(demo, {
  init(_, key): State {
    const weights = initDraw(key, TRAINED, zeros([PIXELS]));
    return { weights, epsilon: normal(fold(key, "epsilon"), [T, DRAWS, TRAINED.Z]) };
  },
  weights: {
    of: ({ weights }: State) => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as Weights }),
  },
  measure: {
    sample(state: State, { x, noise }) {
      const { Lx, Lz, steps, error } = copied(state, x, noise);
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
  observe(state: State, { x, noise }) {
    const copy = once(() => copied(state, x, noise));
    return {
      canvases: () => square(copy().canvases()),
      reading: () => concat(copy().steps.map((step) => frameOf(step.reading!))),
      writing: () => concat(copy().steps.map((step) => frameOf(step.writing!))),
    };
  },
});
