import { defineProgram } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { meanOf } from "../mean-of.ts";
import { infer } from "../model.ts";
import { bits } from "../picture-bits.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { frameOf } from "../window.ts";
import { demo, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

const squares = (rows: Tensor): Tensor => reshape(rows, [-1, SIDE, SIDE]);

export const program = defineProgram(demo, {
  ...shipped,
  shared: {
    /** Eqs. (3) to (12) for one picture, with the draw of ε that a number names. Canvases and errors stand before the first step and after each. */
    copy(weights: Weights, { x, noise }, key) {
      const picture = bits(x.data);
      const epsilon = normal(fold(fold(key, "epsilon"), noise), [T, 1, TRAINED.Z]);
      const { Lx, Lz, steps } = infer(weights, TRAINED, picture, epsilon);
      const c0 = broadcastTo(weights.c0, [1, PIXELS]);
      const canvases = sigmoid(concat([c0, ...steps.map(({ canvas }) => canvas)]));
      return {
        Lx,
        Lz,
        picture,
        canvases,
        errors: sub(picture, canvases),
        reading: concat(steps.map((step) => frameOf(step.reading!))),
        writing: concat(steps.map((step) => frameOf(step.writing!))),
      };
    },
  },
  measure: {
    fixed: true,
    sample(_, __, ___, { copy }) {
      const { Lx, Lz, picture, reading, errors } = copy();
      return { Lx, Lz, picture, reading, errors };
    },
    evaluate({ Lx, Lz, picture, reading, errors }) {
      /** Of the error image after step t. */
      const wrong = (t: number): number =>
        errors.data
          .subarray(t * PIXELS, (t + 1) * PIXELS)
          .reduce((total, each) => total + Math.abs(each), 0);
      const sides = Array.from({ length: T }, (_, t) => reading.data[4 * t + 2]!);
      return {
        ink: picture.data.reduce((total, bit) => total + bit, 0),
        first: sides[0]!,
        late: meanOf(sides.slice(T - LATE)),
        wrong: wrong(0),
        left: wrong(T),
        Lx: Lx.data[0]!,
        Lz: Lz.data[0]!,
      };
    },
  },
  observe: (_, __, ___, { copy }) => ({
    canvases: () => squares(copy().canvases),
    errors: () => squares(copy().errors),
    reading: () => copy().reading,
    writing: () => copy().writing,
  }),
});
