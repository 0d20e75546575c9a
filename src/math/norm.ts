/** Normalisation: numbers brought to mean 0 and variance 1. */
import { add, div, mul, sqrt, square, sub } from "./elementwise.ts";
import { composing, gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { mean } from "./reduce.ts";
import type { Tensor } from "./tensor.ts";

/** Which numbers share a mean: those of a row (the last axis), or those of a column (all other axes). */
type Over = "rows" | "columns";

/** (x - mean) / sqrt(variance + eps), the variance being the mean square of the deviations. */
function standardise(x: Tensor, over: Over, eps: number): Tensor {
  if (kernelsInUse() && !composing()) return runKernel("Standardise", { x }, { over, eps });
  const axes = over === "rows" ? -1 : x.shape.slice(1).map((_, i) => i);
  const centred = sub(x, mean(x, axes, true));
  return div(centred, sqrt(add(mean(square(centred), axes, true), eps)));
}
gradientRule<{ over: Over; eps: number }>("Standardise", ["x"], (dy, [x], settings) => ({
  x: () => runKernel("StandardiseGrad", { dy, x: x! }, settings),
}));

/** Layer normalisation (Ba et al., arXiv:1607.06450v1): each row of x [..., n] standardised, times gain [n], plus bias [n]. */
export const layerNorm = (x: Tensor, gain: Tensor, bias: Tensor, eps = 1e-5): Tensor =>
  add(mul(standardise(x, "rows", eps), gain), bias);

/**
 * Batch normalisation by the statistics of the batch at hand (Ioffe and Szegedy, arXiv:1502.03167v3): each channel of x
 * [..., C] standardised over all else, times gain [C], plus bias [C].
 */
export const batchNorm = (x: Tensor, gain: Tensor, bias: Tensor, eps = 1e-5): Tensor =>
  add(mul(standardise(x, "columns", eps), gain), bias);
