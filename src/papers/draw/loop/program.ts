import { readDigits } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { fold, keyOf } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import type { Table } from "../../../math/rows.ts";
import { concat, reshape } from "../../../math/shape.ts";
import { zeros, type Numbers } from "../../../math/tensor.ts";
import { bits } from "../picture-bits.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { TRAINED } from "../shipped-sizes.ts";
import { frameOf } from "../window.ts";
import { demo } from "./demo.ts";

/** Draws ε, so that picture and numbers are of one draw. */
const EPSILON = fold(keyOf(0), "epsilon");

interface Settings {
  readonly t: number;
  readonly picture: "digit" | "drawing";
  readonly digit: number;
  readonly drawing: Numbers;
}

/** Ink of the picture, [A B]. */
function inkOf({ picture, drawing, digit }: Settings, { data, scale = 1 }: Table): Float32Array {
  if (picture === "drawing") return Float32Array.from(drawing.data);
  const first = digit * PIXELS;
  return Float32Array.from({ length: PIXELS }, (_, i) => data[first + i]! * scale);
}

/** Step t of eqs. (3) to (8) for one picture, and the canvas before it. */
function stepOf(weights: Weights, settings: Settings, digits: Table) {
  const x = bits(inkOf(settings, digits));
  const { steps } = infer(weights, TRAINED, x, normal(EPSILON, [TRAINED.T, 1, TRAINED.Z]));
  const { t } = settings;
  const before = t === 1 ? broadcastTo(weights.c0, [1, PIXELS]) : steps[t - 2]!.canvas;
  return { x, before, ...steps[t - 1]! };
}

export const program = defineProgram(demo, {
  data: { digits: readDigits },
  init: (_, key): Weights => initDraw(key, TRAINED, zeros([PIXELS])),
  weights: {
    of: (weights: Weights) => weights,
    begin: (_: Weights, weights) => weights as Weights,
  },
  measure: {
    sample(weights: Weights, settings, _, { digits }) {
      const { x, before, canvas } = stepOf(weights, settings, digits.images);
      return { x, before, canvas };
    },
    evaluate({ x, before, canvas }, { across, down }) {
      const at = down * SIDE + across;
      return { x: x.data[at]!, before: before.data[at]!, after: canvas.data[at]! };
    },
  },
  observe(weights: Weights, settings, _, { digits }) {
    const step = once(() => stepOf(weights, settings, digits.images));
    const { N, H, Z } = TRAINED;
    return {
      x: () => reshape(step().x, [SIDE, SIDE]),
      xHat: () => reshape(step().xHat, [SIDE, SIDE]),
      r: () => reshape(step().r, [2, N, N]),
      hEnc: () => reshape(step().hEnc, [8, H / 8]),
      z: () => reshape(step().z, [4, Z / 4]),
      hDec: () => reshape(step().hDec, [8, H / 8]),
      w: () => reshape(step().w, [N, N]),
      written: () => reshape(sub(step().canvas, step().before), [SIDE, SIDE]),
      canvas: () => reshape(sigmoid(step().canvas), [SIDE, SIDE]),
      windows: () => concat([frameOf(step().reading!), frameOf(step().writing!)]),
    };
  },
});
