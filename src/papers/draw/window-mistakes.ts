/** How public implementations of the window went wrong: the note names them. Shapes are those of `window.ts`. */
import { add, div, exp, mul, neg, square, sub } from "../../math/elementwise.ts";
import { sum } from "../../math/broadcast.ts";
import type { Tensor } from "../../math/tensor.ts";
import { gridPoints, squaredDistances } from "./window.ts";

/**
 * Eq. (19) with i from 0 and a centre that still counts from 1, over pixels that count from 0 (ericjang/draw): the grid lies δ − 1
 * pixels too far left, or up.
 */
export const mixedUpGridPoints = (g: Tensor, delta: Tensor, N: number): Tensor =>
  sub(add(gridPoints(g, delta, N), 1), delta);

/** The variance that ((a − μ)/2σ²)² stands for, where (a − μ)²/2σ² was meant (ericjang/draw until commit 56bb940): 2σ⁴. */
export const wrongExponentVariance = (sigma2: Tensor): Tensor => mul(square(sigma2), 2);

/** What such programs add to the sum of a row before they divide by it. */
const GUARD = 1e-8;

/** Filters by plain division: a row whose point lies far off the image underflows, and becomes zeros. */
export function guardedFilterbank(mu: Tensor, sigma2: Tensor, pixels: number): Tensor {
  const bells = exp(neg(div(squaredDistances(mu, pixels), mul(sigma2, 2))));
  return div(bells, add(sum(bells, 2, true), GUARD));
}
