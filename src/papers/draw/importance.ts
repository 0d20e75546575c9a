/** What an image costs with many codes: importance weighting, Burda, Grosse and Salakhutdinov, arXiv:1509.00519v4, section 3. */
import { sum } from "../../math/broadcast.ts";
import { add, mul, square, sub } from "../../math/elementwise.ts";
import type { Tensor } from "../../math/tensor.ts";
import type { Weights } from "./first-weights.ts";
import { at, posterior, type Copied } from "./model.ts";

/**
 * log p(x | z) p(z) / q(z | x) of the codes that `infer` drew with noise ε [T, n, Z] and these weights: [n], in nats. Its mean over
 * codes is −(𝓛ˣ + 𝓛ᶻ); the logarithm of the mean weight of K codes is nearer to log p(x), and never above it on average.
 */
export function logWeight(
  weights: Weights,
  { Lx, steps }: { readonly Lx: Tensor; readonly steps: readonly Copied[] },
  epsilon: Tensor,
): Tensor {
  // −½ log 2π stands in both densities and goes.
  const logRatios = steps.map(({ hEnc, z }, t) => {
    const { logSigma } = posterior(hEnc, weights);
    return sum(add(mul(sub(square(at(epsilon, t)), square(z)), 0.5), logSigma), -1);
  });
  return sub(
    logRatios.reduce((a, b) => add(a, b)),
    Lx,
  );
}
