/** Normalisation: numbers brought to mean 0 and variance 1, or to length 1. */
import { sum, type Axes } from "./broadcast.ts";
import { add, div, maximum, mul, relu, sqrt, square, step, sub } from "./elementwise.ts";
import { composing, gradientRule, runKernel, runKernels } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import type { Activation } from "./linear.ts";
import { mean } from "./reduce.ts";
import { reshape } from "./shape.ts";
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
 * [..., C] standardised over all else, times gain [C], plus bias [C], and with "relu" what is negative becomes 0.
 * That takes one pass then, whose sums are rounded in another order than without.
 */
export function batchNorm(
  x: Tensor,
  gain: Tensor,
  bias: Tensor,
  activation: Activation = "linear",
  eps = 1e-5,
): Tensor {
  const each = String(x.shape.slice(-1));
  const fits = String(gain.shape) === each && String(bias.shape) === each;
  if (activation === "relu" && fits && kernelsInUse() && !composing())
    return runKernel("BatchNormRelu", { x, gain, bias }, { eps });
  const y = add(mul(standardise(x, "columns", eps), gain), bias);
  return activation === "relu" ? relu(y) : y;
}
gradientRule<{ eps: number }>(
  "BatchNormRelu",
  ["x", "gain", "bias"],
  (dy, [x, gain, bias], settings) => {
    const inputs = { dy, x: x!, gain: gain!, bias: bias! };
    const slopes = runKernels("BatchNormReluGrad", inputs, settings);
    return { x: () => slopes[0]!, gain: () => slopes[1]!, bias: () => slopes[2]! };
  },
);

/** Mean and variance (the mean square of the deviations), each without the axes that they were taken over, unless kept. */
export type Moments = { readonly mean: Tensor; readonly variance: Tensor };

/** Mean and variance over axes, by default all; `keepDims` leaves them in place with length 1. */
export function moments(x: Tensor, axes?: Axes, keepDims = false): Moments {
  const middle = mean(x, axes, true);
  const variance = mean(square(sub(x, middle)), axes, keepDims);
  return { mean: reshape(middle, variance.shape), variance };
}

/**
 * As `batchNorm`, by statistics [C] that are given: those of a batch, or of many, that was seen before. So each image is
 * treated alike whatever stands beside it. Gradients flow to the statistics, too; `detach` those that are to count as constants.
 */
export function batchNormWith(
  x: Tensor,
  { mean: middle, variance }: Moments,
  gain: Tensor,
  bias: Tensor,
  activation: Activation = "linear",
  eps = 1e-5,
): Tensor {
  const slope = div(gain, sqrt(add(variance, eps)));
  const y = add(mul(sub(x, middle), slope), bias);
  return activation === "relu" ? relu(y) : y;
}

/** Square of the length below which a row has no direction. */
const NO_LENGTH = 1e-12;

/**
 * Each row of x [..., n] divided by its length. A row shorter than 1e-6, such as zeros, has no direction: it becomes 0 and passes
 * no gradient on, where the true one would be as large as 1 over the length.
 */
export function normalise(x: Tensor): Tensor {
  const squares = sum(square(x), -1, true);
  const counts = step(sub(squares, NO_LENGTH));
  return mul(x, div(counts, sqrt(maximum(squares, NO_LENGTH))));
}
