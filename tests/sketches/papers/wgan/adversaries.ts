/** A generator and a critic in the plane, as small as can be, and one round of the two: Arjovsky et al., arXiv:1701.07875v3, Algorithm 1. */
import { add, mul, neg, softplus, sub } from "../../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../../src/math/grad.ts";
import { fold, type Key } from "../../../../src/math/key.ts";
import { initMlp, mlp, type Layer } from "../../../../src/math/nn.ts";
import { rmsprop } from "../../../../src/math/optim.ts";
import { normal } from "../../../../src/math/random.ts";
import { mean } from "../../../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../../../src/math/tensor.ts";
import type { Tree } from "../../../../src/math/tree.ts";

const HIDDEN = 16;
/** Points in a batch. */
const BATCH = 32;
/** The paper's bound is 0.01, for large networks: ours, so that a critic this small has a slope. */
const BOUND = 0.1;

type Net = readonly Layer[];
export type Adversaries = {
  readonly theta: Net;
  readonly w: Net;
  readonly thetaMoments: Tree;
  readonly wMoments: Tree;
};

const { init, update } = rmsprop();

export function initAdversaries(key: Key): Adversaries {
  const theta = initMlp(fold(key, "generator"), [2, HIDDEN, 2]);
  const w = initMlp(fold(key, "critic"), [2, HIDDEN, 1]);
  return { theta, w, thetaMoments: init(theta), wMoments: init(w) };
}

/** Points of the data, a narrow cloud off the middle: [m, 2]. */
export const real = (key: Key, m: number): Tensor =>
  add(mul(normal(key, [m, 2]), 0.25), tensor([1.5, -0.5], [2]));

/** g(z) for fresh noise: [m, 2]. */
export const made = ({ theta }: Pick<Adversaries, "theta">, key: Key, m: number): Tensor =>
  mlp(theta, normal(key, [m, 2]));

/** n_critic steps of the critic, then one of the generator; `estimate` is what the critic reports, a scalar. */
export function round(
  state: Adversaries,
  loss: "wgan" | "gan",
  nCritic: number,
  alpha: Tensor,
  key: Key,
): { state: Adversaries; estimate: Tensor } {
  const wasserstein = loss === "wgan";
  let { w, wMoments } = state;
  let estimate: Tensor | undefined;
  for (let t = 0; t < nCritic; t++) {
    const x = real(fold(fold(key, "x"), t), BATCH);
    const fake = made(state, fold(fold(key, "z"), t), BATCH);
    const { value, grad } = valueAndGrad((critic: Net) => {
      const [onReal, onMade] = [mlp(critic, x), mlp(critic, fake)];
      return wasserstein
        ? sub(mean(onMade), mean(onReal))
        : add(mean(softplus(neg(onReal))), mean(softplus(onMade)));
    })(w);
    estimate = neg(value);
    const next = update(w, grad, wMoments, alpha, wasserstein ? BOUND : undefined);
    [w, wMoments] = [next.params, next.state];
  }
  const { grad } = valueAndGrad((theta: Net) => {
    const onMade = mlp(w, made({ theta }, fold(key, "generator"), BATCH));
    return wasserstein ? neg(mean(onMade)) : mean(softplus(neg(onMade)));
  })(state.theta);
  const next = update(state.theta, grad, state.thetaMoments, alpha);
  return {
    state: { theta: next.params, w, thetaMoments: next.state, wMoments },
    estimate: estimate!,
  };
}

/**
 * Mean distance of two clouds [n, 2] along each axis, whose points are matched in order: the earth-mover distance of their shadows
 * on the axes, averaged. It takes a sorting where the distance in the plane takes a matching.
 */
export function axisDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (const axis of [0, 1]) {
    const [x, y] = [a, b].map((cloud) => cloud.filter((_, i) => i % 2 === axis).sort());
    for (const [i, value] of x!.entries()) sum += Math.abs(value - y![i]!);
  }
  return sum / a.length;
}
