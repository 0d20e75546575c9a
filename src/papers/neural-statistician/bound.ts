/** The variational bound of the Neural Statistician (ICLR 2017, section 3.2) with one layer of z, and new items by its story. */
import { sum } from "../../math/broadcast.ts";
import { klNormal, sampleNormal, type Normal } from "../../math/distributions.ts";
import { add, exp, mul, square, sub } from "../../math/elementwise.ts";
import type { Tensor } from "../../math/tensor.ts";
import { inference, observation, prior, statistic, type Phi, type Theta } from "./statistician.ts";

/** log p(x) in nats, summed over the last axis: [..., n] to [...]. */
export function logNormal(x: Tensor, { mean, logVar }: Normal): Tensor {
  // In deviations, and squared last: a variance may be too small for its inverse.
  const distance = mul(sub(x, mean), exp(mul(logVar, -0.5)));
  return mul(sum(add(add(logVar, Math.log(2 * Math.PI)), square(distance)), -1), -0.5);
}

/** The terms of the bound in nats a set, [B] each: it is R - C - L. */
export type Terms = { readonly R: Tensor; readonly C: Tensor; readonly L: Tensor };

/**
 * R_D, C_D and L_D of sets x [B, S, 1], equations 7 to 10, each expectation by one draw: noise for c is [B, l], for z [B, S, dz].
 * Equation 7 prints a sum of the three; the divergences count against the bound, as in equation 4.
 */
export function terms(
  { phi, theta }: { readonly phi: Phi; readonly theta: Theta },
  x: Tensor,
  noise: { readonly c: Tensor; readonly z: Tensor },
): Terms {
  const qc = statistic(phi, x);
  const c = sampleNormal(qc, noise.c);
  const qz = inference(phi, x, c);
  const z = sampleNormal(qz, noise.z);
  return {
    R: sum(logNormal(x, observation(theta, z, c)), 1),
    C: klNormal(qc),
    L: sum(klNormal(qz, prior(theta, c)), 1),
  };
}

/** New items of sets with contexts c [B, l], Algorithm 2: noise for z is [B, S, dz], for x [B, S, 1], and so is the result. */
export function newItems(
  theta: Theta,
  c: Tensor,
  noise: { readonly z: Tensor; readonly x: Tensor },
): Tensor {
  const z = sampleNormal(prior(theta, c), noise.z);
  return sampleNormal(observation(theta, z, c), noise.x);
}
