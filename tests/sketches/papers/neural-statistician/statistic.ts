/** What a set says of its context: Edwards and Storkey, arXiv:1606.02185v2, without the latent variables of single points. */
import { sum } from "../../../../src/math/broadcast.ts";
import { add, clip, div, mul, sub } from "../../../../src/math/elementwise.ts";
import { klNormal, type Normal } from "../../../../src/math/distributions.ts";
import { fold, type Key } from "../../../../src/math/key.ts";
import { initMlp, mlp, type Layer } from "../../../../src/math/nn.ts";
import { max } from "../../../../src/math/reduce.ts";
import { reshape, slice } from "../../../../src/math/shape.ts";
import { step, neg } from "../../../../src/math/elementwise.ts";
import { tensor, type Tensor } from "../../../../src/math/tensor.ts";

/** Dimensions of a context c, and of what is pooled: ours. */
export const CONTEXT = 4;
const POOLED = 32;

/** `instance` maps each point, `after` what their mean is. */
export type Statistic = { readonly instance: readonly Layer[]; readonly after: readonly Layer[] };

export const initStatistic = (key: Key): Statistic => ({
  instance: initMlp(fold(key, "instance"), [2, 32, POOLED]),
  after: initMlp(fold(key, "after"), [POOLED, 32, 2 * CONTEXT]),
});

/** q(c | D) from the mean of what the points map to, [m, pooled]: mean and log variance, [m, context] each. */
export function contextOf({ after }: Statistic, pooled: Tensor): Normal {
  const both = mlp(after, pooled);
  const m = both.shape[0];
  return {
    mean: slice(both, [0, 0], [m, CONTEXT]),
    logVar: clip(slice(both, [0, CONTEXT], [m, CONTEXT]), -8, 4),
  };
}

/** What each point of D [n, 2] maps to: [n, pooled]. */
export const instances = ({ instance }: Statistic, D: Tensor): Tensor => mlp(instance, D);

/** The mean of the rows of h [n, pooled] that `kept` [n], of ones and zeros, keeps: [1, pooled]. */
const pooledOf = (h: Tensor, kept: Tensor): Tensor =>
  div(sum(mul(h, reshape(kept, [-1, 1])), 0, true), sum(kept));

/** More than any divergence: what leaves a point out of the choice. */
const NEVER = 1e6;
/** Of equal divergences the first point’s is the least: they differ by a little more than rounding. */
const TIE = 1e-6;
/** So many points are always left: two say little of a shape. */
const LEAST = 3;

/**
 * Leaves out the point that is missed least: the one without which q(c | kept) diverges least from q(c | D). Nothing goes where
 * `LEAST` are left. D [n, 2] and `kept` [n], of ones and zeros, to the next `kept` and KL(q(c | D) || q(c | kept)), a scalar.
 */
export function without(net: Statistic, D: Tensor, kept: Tensor): { kept: Tensor; kl: Tensor } {
  const n = D.shape[0];
  const h = instances(net, D);
  const whole = contextOf(net, div(sum(h, 0, true), n));
  const total = sum(mul(h, reshape(kept, [-1, 1])), 0, true);
  const count = sum(kept);
  // Row i is the mean without point i.
  const rest = div(sub(total, h), sub(count, 1));
  const place = Array.from({ length: n }, (_, i) => i * TIE);
  const missed = add(klNormal(whole, contextOf(net, rest)), tensor(place, [n]));
  const open = add(missed, mul(sub(1, kept), NEVER));
  const least = neg(max(neg(open)));
  const enough = step(sub(count, LEAST + 0.5));
  const gone = mul(sub(1, step(sub(open, least))), enough);
  const next = mul(kept, sub(1, gone));
  return { kept: next, kl: sum(klNormal(whole, contextOf(net, pooledOf(h, next)))) };
}
