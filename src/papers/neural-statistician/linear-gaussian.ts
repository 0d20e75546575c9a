/**
 * The context of a set where everything is one-dimensional and linear: c ~ N(0, 1), z ~ N(c, 1), x ~ N(z, 1/4). The note’s own example
 * of the model of §3 of arXiv:1606.02185v2, with the statistic network of §3.3 for the best encoder that there is.
 */
import { sum } from "../../math/broadcast.ts";
import { div, log, mul, square } from "../../math/elementwise.ts";
import { mean } from "../../math/reduce.ts";
import { concat, reshape } from "../../math/shape.ts";
import { scalar, type Tensor } from "../../math/tensor.ts";
import type { Normal } from "../../math/distributions.ts";

/** Of an item around its context: 1 for z around c, 1/4 for x around z. */
const VARIANCE = 5 / 4;

const single = (x: Tensor): Tensor => reshape(x, [1]);

/** p(c | D) for a set `x`, [S]: mean and log variance, [1]. */
export function exactPosterior(x: Tensor): Normal {
  const S = x.shape[0];
  return {
    mean: single(div(sum(x), S + VARIANCE)),
    logVar: single(log(scalar(VARIANCE / (S + VARIANCE)))),
  };
}

/** v: the mean of E(x_s) = (x_s, x_s²) over the set, [S] to [2]. */
export const pooled = (x: Tensor): Tensor => concat([single(mean(x)), single(mean(square(x)))], 0);

/** F(v): what a network learns whose training sets all had `S` items, or that is told that there are so many. */
export const statistic = (v1: Tensor, S: number): Normal => ({
  mean: single(mul(v1, S / (S + VARIANCE))),
  logVar: single(log(scalar(VARIANCE / (S + VARIANCE)))),
});
