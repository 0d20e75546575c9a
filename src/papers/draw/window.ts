/**
 * DRAW's window on an image: Gregor et al., arXiv:1502.04623v2, section 3.2. Pixels are counted from 0, as programs do, where the
 * paper counts from 1: centres are smaller by 1. In shapes, n is the number of images, B their rows and A their columns.
 */
import { add, clip, div, exp, mul, neg, sqrt, square, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { softmax } from "../../math/reduce.ts";
import { concat, reshape, slice } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

/** Offsets of N grid points from their middle, in strides: −(N−1)/2 to (N−1)/2. [1, N, 1]. */
const offsets = (N: number): Tensor =>
  tensor(
    Array.from({ length: N }, (_, i) => i - (N - 1) / 2),
    [1, N, 1],
  );

/** Where the pixels of one axis lie: [1, 1, pixels]. */
const places = (pixels: number): Tensor =>
  tensor(
    Array.from({ length: pixels }, (_, a) => a),
    [1, 1, pixels],
  );

/** Grid points μ along one axis, eqs. (19), (20): from the centre g and the stride δ, both [n, 1, 1] and in pixels, to [n, N, 1]. */
export const gridPoints = (g: Tensor, delta: Tensor, N: number): Tensor =>
  add(g, mul(offsets(N), delta));

/** Squared distances of pixels from grid points, in square pixels: [n, N, 1] to [n, N, pixels]. */
export const squaredDistances = (mu: Tensor, pixels: number): Tensor =>
  square(sub(places(pixels), mu));

/**
 * Filters along one axis, eqs. (25), (26): [n, N, pixels]. A row is a Gaussian of variance σ² [n, 1, 1], in square pixels, that sums
 * to one. As a softmax it is never 0/0, however far off the image its grid point lies.
 */
export const filterbank = (mu: Tensor, sigma2: Tensor, pixels: number): Tensor =>
  softmax(neg(div(squaredDistances(mu, pixels), mul(sigma2, 2))));

/** What the window sees of x [n, B, A] with intensity γ [n, 1, 1], one half of eq. (27): [n, N, N]. */
export const read = (x: Tensor, FX: Tensor, FY: Tensor, gamma: Tensor): Tensor =>
  mul(gamma, matMul(matMul(FY, x), FX, { transposeB: true }));

/** A patch w [n, N, N] stamped on a canvas through filters, eq. (29): [n, B, A]. */
export const write = (w: Tensor, FX: Tensor, FY: Tensor, gamma: Tensor): Tensor =>
  div(matMul(matMul(FY, w, { transposeA: true }), FX), gamma);

/** A window on n images: g, δ, σ² and γ [n, 1, 1] each, lengths in pixels; F_X and F_Y [n, N, side]. */
export interface Window {
  readonly gX: Tensor;
  readonly gY: Tensor;
  readonly delta: Tensor;
  readonly sigma2: Tensor;
  readonly gamma: Tensor;
  readonly FX: Tensor;
  readonly FY: Tensor;
}

/**
 * The window that raw numbers p [n, 5] ask for, eqs. (21) to (26) on a square image: g̃_X, g̃_Y, log σ², log δ̃ and log γ. Differs:
 * logarithms are held within bounds, wide enough for a pixel and for the whole image.
 */
export function windowOf(p: Tensor, N: number, side: number): Window {
  const [n] = p.shape as [number];
  const column = (i: number): Tensor => reshape(slice(p, [0, i], [n, 1]), [n, 1, 1]);
  const centre = (raw: Tensor): Tensor => sub(mul(add(raw, 1), (side + 1) / 2), 1);
  const [gX, gY] = [centre(column(0)), centre(column(1))];
  const sigma2 = exp(clip(column(2), -4, 6));
  const delta = mul(exp(clip(column(3), -4, 1.5)), firstStride(N, side));
  const gamma = exp(clip(column(4), -6, 6));
  const bank = (g: Tensor): Tensor => filterbank(gridPoints(g, delta, N), sigma2, side);
  return { gX, gY, delta, sigma2, gamma, FX: bank(gX), FY: bank(gY) };
}

/** The stride of a window that spans the image, δ at δ̃ = 1 in eq. (24): pixels. */
export const firstStride = (N: number, side: number): number => (side - 1) / (N - 1);

/** The frame of each window, around its outermost grid points: centre across and down, side, filters' deviation, in pixels: [n, 4]. */
export function frameOf({ gX, gY, delta, sigma2, FX }: Window): Tensor {
  const side = mul(delta, FX.shape[1]! - 1);
  const lengths = [gX, gY, side, sqrt(sigma2)];
  return concat(
    lengths.map((length) => reshape(length, [-1, 1])),
    1,
  );
}
