/** DRAW's sizes and first weights: Gregor et al., arXiv:1502.04623v2, section 2 and table 3. */
import { mul } from "../../math/elementwise.ts";
import { fold, type Key } from "../../math/key.ts";
import type { LstmWeights } from "../../math/lstm.ts";
import { glorotUniform, type Layer } from "../../math/nn.ts";
import type { Table } from "../../math/rows.ts";
import { tensor, zeros, type Tensor } from "../../math/tensor.ts";
import { firstStride } from "./window.ts";

/** Pixels a side, the paper's A and B. */
export const SIDE = 28;
export const PIXELS = SIDE ** 2;

export interface Sizes {
  readonly attention: boolean;
  /** Reads and writes an image. */
  readonly T: number;
  /** Units of each LSTM. */
  readonly H: number;
  /** Numbers of a code z_t. */
  readonly Z: number;
  /** Grid points a side of either window; unused without attention. */
  readonly N: number;
}

export type Weights = {
  /** RNN^enc; its input is [r_t, h^dec], without attention [x̂_t, h^dec]. */
  readonly encoder: LstmWeights;
  /** RNN^dec; its input is z_t. */
  readonly decoder: LstmWeights;
  /** Means and logarithms of deviations, eqs. (1), (2): [H, 2 Z]. */
  readonly Q: Layer;
  /** w_t, eq. (28), or without attention the whole write, eq. (18). */
  readonly patch: Layer;
  /** With attention the five numbers of the read window and those of the write window, eq. (21): [H, 5] each. */
  readonly windows: readonly Layer[];
  /** Without attention what RNN^enc makes of x, the same in each step and so kept apart: [A B, 4 H]. */
  readonly image: readonly Tensor[];
  /** The learned beginnings: [A B], [H], [H]. */
  readonly c0: Tensor;
  readonly hEnc0: Tensor;
  readonly hDec0: Tensor;
};

const scaled = ({ W, b }: Layer, factor: number): Layer => ({ W: mul(W, factor), b });

/** Logits of the mean of pictures, the best canvas for all of them: [A B]. A pixel that is never inked counts as one in a thousand. */
export function meanLogits({ data, shape, scale = 1 }: Table): Tensor {
  const [n = 0] = shape;
  const ink = new Float64Array(PIXELS);
  for (let i = 0; i < n; i++)
    for (let p = 0; p < PIXELS; p++) ink[p]! += data[i * PIXELS + p]! * scale;
  const logits = Array.from(ink, (sum) => {
    const share = Math.min(0.999, Math.max(0.001, sum / n));
    return Math.log(share / (1 - share));
  });
  return tensor(logits, [PIXELS]);
}

/**
 * First weights, small where they write, so that the canvas begins at `c0` (the paper says nothing of initial values). A window first
 * spans the image with filters that overlap, σ = δ/2. Through them eq. (29) writes fainter by about δ², which the write window's
 * first γ makes up for; with `faint` it does not, and γ begins at 1.
 */
export function initDraw(
  key: Key,
  { attention, H, Z, N }: Sizes,
  c0: Tensor,
  faint = false,
): Weights {
  const layer = (name: string, from: number, to: number): Layer =>
    glorotUniform(fold(key, name), from, to);
  const delta = firstStride(N, SIDE);
  const logSigma2 = 2 * Math.log(delta / 2);
  const window = (name: string, logGamma: number): Layer => ({
    W: scaled(layer(name, H, 5), 0.1).W,
    b: tensor([0, 0, logSigma2, 0, logGamma], [5]),
  });
  return {
    encoder: layer("encoder", (attention ? 2 * N * N : PIXELS) + 2 * H, 4 * H),
    decoder: layer("decoder", Z + H, 4 * H),
    Q: scaled(layer("Q", H, 2 * Z), 0.5),
    patch: scaled(layer("patch", H, attention ? N * N : PIXELS), 0.1),
    windows: attention
      ? [window("read", 0), window("write", faint ? 0 : -2 * Math.log(delta))]
      : [],
    image: attention ? [] : [layer("image", PIXELS, 4 * H).W],
    c0,
    hEnc0: zeros([H]),
    hDec0: zeros([H]),
  };
}
