/** Normal distributions without correlations and independent bits: divergences, drawing and surprise, in nats. */
import { sum } from "./broadcast.ts";
import { add, exp, mul, softplus, square, step, sub } from "./elementwise.ts";
import type { Key } from "./key.ts";
import { uniform } from "./random.ts";
import type { Tensor } from "./tensor.ts";

/** Mean and log variance of each number, [..., n]. */
export type Normal = { readonly mean: Tensor; readonly logVar: Tensor };

/** The same by its deviation. */
export type Spread = { readonly mean: Tensor; readonly sigma: Tensor };

/**
 * KL(q || p), summed over the last axis: [..., n] to [...]; p is standard normal if it isn't given, and may otherwise repeat over q's
 * axes. Kingma and Welling, arXiv:1312.6114v11, appendix B, for the standard normal.
 */
export function klNormal(q: Normal, p?: Normal): Tensor {
  const apart = p ? sub(q.logVar, p.logVar) : q.logVar;
  // In deviations, and squared last: a variance may be too small for its inverse.
  const distance = p ? mul(sub(q.mean, p.mean), exp(mul(p.logVar, -0.5))) : q.mean;
  return mul(sum(sub(add(exp(apart), square(distance)), add(apart, 1)), -1), 0.5);
}

/** mean + sigma noise, for standard normal noise of the same shape: a sample through which gradients flow (arXiv:1312.6114v11, section 2.4). */
export function sampleNormal(q: Normal | Spread, noise: Tensor): Tensor {
  const sigma = "sigma" in q ? q.sigma : exp(mul(q.logVar, 0.5));
  return add(q.mean, mul(sigma, noise));
}

/**
 * -log p(x) of bits whose probabilities are sigmoid(logits), summed over the last axis: [..., n] to [...]; x is 0, 1 or between.
 * Without overflow; the gradient by the logits is sigmoid(logits) - x.
 */
export const bernoulliNats = (logits: Tensor, x: Tensor): Tensor =>
  sum(sub(softplus(logits), mul(logits, x)), -1);

/** Bits as 0 and 1, independent, each 1 with the probability p at its place, in steps of 2^-24. No gradient. */
export const bernoulli = (key: Key, p: Tensor): Tensor => step(sub(p, uniform(key, p.shape)));
