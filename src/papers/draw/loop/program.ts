import { readDigits } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { bits, inkOf } from "../picture-bits.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { frameOf } from "../window.ts";
import { demo } from "./demo.ts";

const square = (row: Tensor): Tensor => reshape(row, [SIDE, SIDE]);

export const program = defineProgram(demo, {
  ...shipped,
  data: { digits: readDigits },
  shared: {
    /** Step t of eqs. (3) to (8) for one picture, and the canvas before it. */
    step(weights: Weights, settings, key, { digits }) {
      const { T, Z } = TRAINED;
      const t = settings.shown;
      const x = bits(inkOf(settings, digits.images));
      const epsilon = normal(fold(key, "epsilon"), [T, 1, Z]);
      const { steps, divergences } = infer(weights, TRAINED, x, epsilon);
      const before = t === 1 ? broadcastTo(weights.c0, [1, PIXELS]) : steps[t - 2]!.canvas;
      const { reading, writing, xHat, r, hEnc, z, hDec, w, canvas } = steps[t - 1]!;
      const windows = concat([frameOf(reading!), frameOf(writing!)]);
      const paid = divergences[t - 1]!;
      return { paid, x, before, xHat, r, hEnc, z, hDec, w, canvas, windows };
    },
  },
  measure: {
    fixed: true,
    sample(_, __, ___, { step }) {
      const { x, before, canvas, paid } = step();
      const errors = sub(x, sigmoid(concat([before, canvas])));
      return { x, before, canvas, paid, errors };
    },
    evaluate({ x, before, canvas, paid, errors }, { across, down }) {
      const at = down * SIDE + across;
      const wrong = (row: 0 | 1): number =>
        errors.data
          .subarray(row * PIXELS, (row + 1) * PIXELS)
          .reduce((total, each) => total + Math.abs(each), 0);
      return {
        paid: paid.data[0]!,
        wrong: wrong(0),
        left: wrong(1),
        x: x.data[at]!,
        before: before.data[at]!,
        after: canvas.data[at]!,
      };
    },
  },
  observe(_, __, ___, { step }) {
    const { N, H, Z } = TRAINED;
    return {
      x: () => square(step().x),
      xHat: () => square(step().xHat),
      r: () => reshape(step().r, [2, N, N]),
      hEnc: () => reshape(step().hEnc, [8, H / 8]),
      z: () => reshape(step().z, [4, Z / 4]),
      hDec: () => reshape(step().hDec, [8, H / 8]),
      w: () => reshape(step().w, [N, N]),
      written: () => square(sub(step().canvas, step().before)),
      canvas: () => square(sigmoid(step().canvas)),
      windows: () => step().windows,
    };
  },
});
