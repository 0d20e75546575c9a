/** DRAW's window on an image: Gregor et al., arXiv:1502.04623v2, section 3.2, with pixels counted from 0. */
import { div, mul, neg, square, sub } from "../../../../src/math/elementwise.ts";
import { matMul } from "../../../../src/math/linear.ts";
import { softmax } from "../../../../src/math/reduce.ts";
import { reshape } from "../../../../src/math/shape.ts";
import { tensor, type Numbers, type Tensor } from "../../../../src/math/tensor.ts";

/** Where the window lies and how fine it is: centre and stride in pixels, N filters a side. */
export interface Window {
  readonly gX: number;
  readonly gY: number;
  readonly delta: number;
  readonly sigma2: number;
  readonly N: number;
}

/** N filters along a side of `pixels`, eqs. 19 and 25: [N, pixels]. Each row is a normal density over the pixels that sums to 1. */
export function filterbank(centre: number, { delta, sigma2, N }: Window, pixels: number): Tensor {
  const mu = Array.from({ length: N }, (_, i) => centre + (i - (N - 1) / 2) * delta);
  const a = Array.from({ length: pixels }, (_, i) => i);
  const off = sub(tensor(a, [1, pixels]), tensor(mu, [N, 1]));
  return softmax(div(neg(square(off)), 2 * sigma2));
}

/** What the window sees of pictures [1, height, width], eq. 27 with intensity 1: [N, N]. */
export function read(FX: Tensor, FY: Tensor, { shape, data }: Numbers): Tensor {
  const x = reshape(tensor(Float32Array.from(data), shape), shape.slice(1));
  return matMul(matMul(FY, x), FX, { transposeB: true });
}

/** A patch w [N, N] painted through the same filters, eq. 29; they write fainter by about delta squared, which is made good. */
export const write = (FX: Tensor, FY: Tensor, w: Tensor, delta: number): Tensor =>
  mul(matMul(matMul(FY, w, { transposeA: true }), FX), delta ** 2);
