/**
 * DRAW's window on an image: Gregor et al., arXiv:1502.04623v2, section 3.2. Pixels are counted from 0, as programs do, where the
 * paper counts from 1: centres are smaller by 1. In shapes, n is the number of images, B their rows and A their columns.
 */
import { add, div, mul, neg, square, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { softmax } from "../../math/reduce.ts";
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
