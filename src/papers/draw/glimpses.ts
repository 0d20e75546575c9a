/**
 * The classifier of DRAW's section 4.1, "Differentiable RAM": Gregor et al., arXiv:1502.04623v2. An LSTM sees an image through a
 * window that its state sets. In shapes, n is the number of images.
 */
import { broadcastTo } from "../../math/broadcast.ts";
import { mul } from "../../math/elementwise.ts";
import { fold, type Key } from "../../math/key.ts";
import { dense } from "../../math/linear.ts";
import { lstmCell, type LstmState, type LstmWeights } from "../../math/lstm.ts";
import { glorotUniform, type Layer } from "../../math/nn.ts";
import { reshape } from "../../math/shape.ts";
import { tensor, zeros, type Tensor } from "../../math/tensor.ts";
import { firstStride, read, windowOf, type Window } from "./window.ts";

export const CLASSES = 10;

export interface GlimpseSizes {
  /** Units of the LSTM. */
  readonly H: number;
  /** Grid points a side of the window. */
  readonly N: number;
  /** Pixels a side of the image. */
  readonly side: number;
}

export type GlimpseWeights = {
  /** Its input is a glimpse. */
  readonly lstm: LstmWeights;
  /** The five numbers of the window, eq. (21): [H, 5]. */
  readonly window: Layer;
  /** The softmax layer: [H, 10]. */
  readonly classes: Layer;
  /** The state before the first glimpse, learned: [H]. */
  readonly h0: Tensor;
};

/** What one glimpse leaves: what was seen [n, N, N], through which window, and logits of the classes [n, 10]. */
export interface Glimpse {
  readonly patch: Tensor;
  readonly window: Window;
  readonly logits: Tensor;
}

/**
 * First weights: the first window spans the image with filters that overlap, σ = δ/2, so that whatever is on it is seen and gradients
 * lead to it. The paper says nothing of initial values.
 */
export function initGlimpses(key: Key, { H, N, side }: GlimpseSizes): GlimpseWeights {
  const layer = (name: string, from: number, to: number): Layer =>
    glorotUniform(fold(key, name), from, to);
  return {
    lstm: layer("lstm", N * N + H, 4 * H),
    window: { W: mul(layer("window", H, 5).W, 0.1), b: firstWindow(N, side) },
    classes: layer("classes", H, CLASSES),
    h0: zeros([H]),
  };
}

/** The raw numbers of a window that spans the image: [5]. */
const firstWindow = (N: number, side: number): Tensor =>
  tensor([0, 0, 2 * Math.log(firstStride(N, side) / 2), 0, 0], [5]);

/**
 * T glimpses of images x [n, side, side], eqs. (21) to (27) and an LSTM. With `nailed` the window stays where it spans the image,
 * whatever the state: no attention.
 */
export function look(
  { lstm, window: { W, b }, classes, h0 }: GlimpseWeights,
  x: Tensor,
  { T, N, nailed }: { readonly T: number; readonly N: number; readonly nailed: boolean },
): readonly Glimpse[] {
  const [n, side] = x.shape as [number, number];
  const [H] = h0.shape as [number];
  const glimpses: Glimpse[] = [];
  let state: LstmState = { h: broadcastTo(h0, [n, H]), c: zeros([n, H]) };
  for (let t = 0; t < T; t++) {
    const raw = nailed ? broadcastTo(firstWindow(N, side), [n, 5]) : dense(state.h, W, b);
    const window = windowOf(raw, N, side);
    const patch = read(x, window.FX, window.FY, window.gamma);
    state = lstmCell(lstm, reshape(patch, [n, N * N]), state);
    glimpses.push({ patch, window, logits: dense(state.h, classes.W, classes.b) });
  }
  return glimpses;
}
