/** The simple model of arXiv:1606.04080v1: attention over the support set, as weights and as probabilities of classes. */
import { sum } from "../../math/broadcast.ts";
import { add, div, exp, maximum, mul, neg, sqrt, square, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { logSumExp } from "../../math/reduce.ts";
import { reshape, slice } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";

/** What two vectors are compared by. */
export type Kernel = "cosine" | "dot" | "distance";

/** A vector of no length has no angle; its cosines are 0 instead of 0/0. */
const TINY = 1e-12;

const lengths = (rows: Tensor): Tensor => sqrt(sum(square(rows), -1));

/**
 * How much a query is like each support: the cosine c of section 2.1.1, the dot product of eq. (6) in appendix A.1, or minus
 * the squared distance, which is Snell et al.'s, arXiv:1703.05175v2.
 *
 * @param f `[d]`, the query's features
 * @param g `[m, d]`, the supports'
 * @returns `[m]`
 */
export function likeness(kernel: Kernel, f: Tensor, g: Tensor): Tensor {
  const [m, d] = g.shape as [number, number];
  if (kernel === "distance") return neg(sum(square(sub(g, f)), -1));
  const dot = reshape(matMul(g, reshape(f, [d, 1])), [m]);
  if (kernel === "dot") return dot;
  return div(dot, maximum(mul(lengths(g), lengths(f)), TINY));
}

/** Eq. (1): a [m] and one-hot labels y [m, N] to probabilities [N]. */
export const predict = (a: Tensor, y: Tensor): Tensor => {
  const [m, N] = y.shape as [number, number];
  return reshape(matMul(reshape(a, [1, m]), y), [N]);
};

/**
 * −log P of the class of the first k supports, from the scores [m] that the softmax is taken of: finite where P is rounded to
 * 0. A scalar, nats.
 */
export const lossOfFirst = (scores: Tensor, k: number): Tensor =>
  sub(logSumExp(scores), logSumExp(slice(scores, [0], [k])));

/**
 * The largest probability that a class can get where its supports have cosine 1 with the query and all others `cMinus`:
 * 1 / (1 + (N − 1) e^(s (c₋ − 1))). The note's own.
 *
 * @param N classes, of equally many supports each
 */
export const ceiling = (s: Tensor, N: number, cMinus: number): Tensor =>
  div(1, add(1, mul(exp(mul(s, cMinus - 1)), N - 1)));
