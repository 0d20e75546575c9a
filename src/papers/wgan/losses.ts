/** What critic, discriminator and generator minimise. Arguments are outputs of the network, [m, 1], with no sigmoid. */
import { add, mul, neg, softplus, sub } from "../../math/elementwise.ts";
import { mean } from "../../math/reduce.ts";
import type { Tensor } from "../../math/tensor.ts";

/**
 * What the critic maximises: E f_w(x) − E f_w(g_θ(z)), eq. (3) of arXiv:1701.07875v3. A scalar: up to the factor K, and as
 * far as the critic is optimal, the earth-mover distance.
 */
export const criticObjective = (fReal: Tensor, fMade: Tensor): Tensor =>
  sub(mean(fReal), mean(fMade));

/** What the WGAN generator minimises: −E f_w(g_θ(z)), Algorithm 1, line 10. A scalar. */
export const wassersteinGeneratorLoss = (fMade: Tensor): Tensor => neg(mean(fMade));

/**
 * What the GAN's discriminator minimises: −L(D, g_θ) with L = E log D(x) + E log(1 − D(g_θ(z))), section 4.2. With
 * D = sigmoid(f), −log D = softplus(−f) and −log(1 − D) = softplus(f), which never take the logarithm of 0. A scalar, nats.
 */
export const discriminatorLoss = (fReal: Tensor, fMade: Tensor): Tensor =>
  add(mean(softplus(neg(fReal))), mean(softplus(fMade)));

/** What the non-saturating GAN generator minimises: −E log D(g_θ(z)), the "−log D" of section 4. A scalar, nats. */
export const nonSaturatingLoss = (fMade: Tensor): Tensor => mean(softplus(neg(fMade)));

/** ½ L + log 2 of section 4.2: a lower bound on the Jensen-Shannon divergence, at most log 2. A scalar, nats. */
export const jensenShannonEstimate = (loss: Tensor): Tensor => add(mul(loss, -0.5), Math.LN2);
