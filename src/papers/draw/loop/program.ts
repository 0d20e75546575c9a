import { readDigits } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid, sub } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import type { Table } from "../../../math/rows.ts";
import { concat, reshape } from "../../../math/shape.ts";
import { zeros, type Numbers, type Tensor } from "../../../math/tensor.ts";
import { bits } from "../picture-bits.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { TRAINED } from "../shipped-sizes.ts";
import { frameOf } from "../window.ts";
import { demo } from "./demo.ts";

/** ε [T, 1, Z] is drawn once for a run, so that picture and numbers are of one draw. */
type State = { readonly weights: Weights; readonly epsilon: Tensor };

interface Settings {
  readonly shown: number;
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
function stepOf({ weights, epsilon }: State, settings: Settings, digits: Table) {
  const x = bits(inkOf(settings, digits));
  const { steps } = infer(weights, TRAINED, x, epsilon);
  const t = settings.shown;
  const before = t === 1 ? broadcastTo(weights.c0, [1, PIXELS]) : steps[t - 2]!.canvas;
  return { x, before, ...steps[t - 1]! };
}

export const program = defineProgram(demo, {
  data: { digits: readDigits },
  init(_, key): State {
    const weights = initDraw(key, TRAINED, zeros([PIXELS]));
    return { weights, epsilon: normal(fold(key, "epsilon"), [TRAINED.T, 1, TRAINED.Z]) };
  },
  weights: {
    of: ({ weights }: State) => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as Weights }),
  },
  measure: {
    sample(state: State, settings, _, { digits }) {
      const { x, before, canvas } = stepOf(state, settings, digits.images);
      return { x, before, canvas };
    },
    evaluate({ x, before, canvas }, { across, down }) {
      const at = down * SIDE + across;
      return { x: x.data[at]!, before: before.data[at]!, after: canvas.data[at]! };
    },
  },
  observe(state: State, settings, _, { digits }) {
    const step = once(() => stepOf(state, settings, digits.images));
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
