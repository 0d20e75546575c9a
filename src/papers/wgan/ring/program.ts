import { defineProgram } from "../../../engine/program.ts";
import { mul } from "../../../math/elementwise.ts";
import { valueAndGrad } from "../../../math/grad.ts";
import { fold, type Key } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { reshape, slice } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { criterion, modesCovered } from "../coverage.ts";
import { earthMoverDistance } from "../earth-mover.ts";
import {
  criticObjective,
  discriminatorLoss,
  jensenShannonEstimate,
  nonSaturatingLoss,
  wassersteinGeneratorLoss,
} from "../losses.ts";
import { f, g, initCritic, initGenerator, NOISE_DIMENSIONS } from "../networks.ts";
import { optimizers } from "../optimizers.ts";
import { drawPoints, skeletonOf } from "../points.ts";
import { demo, FIELD_REACH } from "./demo.ts";

/** Made points that are drawn and counted. */
const DRAWN = 512;
/** Points of the batches whose exact distance is taken, a cost that grows with the cube, and real points drawn. */
const MATCHED = 256;
/** Vertices a side of the critic's level field. */
const FIELD_SIDE = 40;
/** The first of the drawn points, which get an arrow. */
const PUSHED = 32;

type State = {
  readonly theta: ReturnType<typeof initGenerator>;
  readonly w: ReturnType<typeof initCritic>;
  readonly thetaMoments: Tree;
  readonly wMoments: Tree;
};

const noise = (key: Key, m: number): Tensor => normal(key, [m, NOISE_DIMENSIONS]);

/** Vertices of the field, edges included, rows from the smallest x₂: [side², 2]. */
function vertices(): Tensor {
  const at = (i: number): number => ((2 * i) / (FIELD_SIDE - 1) - 1) * FIELD_REACH;
  const points = Array.from({ length: FIELD_SIDE ** 2 }, (_, k) => [
    at(k % FIELD_SIDE),
    at(Math.floor(k / FIELD_SIDE)),
  ]);
  return tensor(points.flat(), [FIELD_SIDE ** 2, 2]);
}

/** −∂/∂x of what the generator minimises, at made points `x`, each as if it were alone: [n, 2] to [n, 2]. */
function push(w: State["w"], x: Tensor, loss: "wgan" | "gan"): Tensor {
  const of = loss === "wgan" ? wassersteinGeneratorLoss : nonSaturatingLoss;
  const [n] = x.shape;
  return mul(valueAndGrad((made: Tensor) => mul(of(f(w, made)), n))(x).grad, -1);
}

export const program = defineProgram(demo, {
  init({ hidden, optimizer }, key): State {
    const theta = initGenerator(fold(key, "generator"), hidden);
    const w = initCritic(fold(key, "critic"), hidden);
    const { init } = optimizers[optimizer];
    return { theta, w, thetaMoments: init(theta), wMoments: init(w) };
  },

  /** One round of Algorithm 1, arXiv:1701.07875v3: n_critic ascents of the critic, each then clipped, and one descent of the generator. */
  step(state: State, { data, loss, optimizer, nCritic, m }, key, { alpha, c }) {
    const { update } = optimizers[optimizer];
    const wasserstein = loss === "wgan";
    let { w, wMoments } = state;
    let estimate: Tensor | undefined;

    for (let t = 0; t < nCritic; t++) {
      const x = drawPoints(data, fold(fold(key, "x"), t), m);
      const made = g(state.theta, noise(fold(fold(key, "z"), t), m));
      const critic = valueAndGrad((weights: State["w"]) => {
        const fReal = f(weights, x);
        const fMade = f(weights, made);
        return wasserstein
          ? mul(criticObjective(fReal, fMade), -1)
          : discriminatorLoss(fReal, fMade);
      })(w);
      estimate = wasserstein ? mul(critic.value, -1) : jensenShannonEstimate(critic.value);
      const stepped = update(w, critic.grad, wMoments, alpha, wasserstein ? c : undefined);
      w = stepped.params;
      wMoments = stepped.state;
    }

    const z = noise(fold(key, "generator"), m);
    const generator = valueAndGrad((theta: State["theta"]) => {
      const fMade = f(w, g(theta, z));
      return wasserstein ? wassersteinGeneratorLoss(fMade) : nonSaturatingLoss(fMade);
    })(state.theta);
    const stepped = update(state.theta, generator.grad, state.thetaMoments, alpha);

    return {
      state: { theta: stepped.params, w, thetaMoments: stepped.state, wMoments },
      metrics: { estimate: estimate!, generator: generator.value },
    };
  },

  weights: {
    of: ({ theta, w }: State) => ({ generator: theta, critic: w }),
    // The optimiser begins anew: a file of weights says nothing of its averages.
    begin: (state: State, weights) => {
      const { generator, critic } = weights as { generator: State["theta"]; critic: State["w"] };
      return { ...state, theta: generator, w: critic };
    },
  },

  measure: {
    sample: ({ theta }: State, { data }, key) => ({
      real: drawPoints(data, fold(key, "real"), MATCHED),
      again: drawPoints(data, fold(key, "again"), MATCHED),
      made: g(theta, noise(fold(key, "made"), DRAWN)),
    }),
    evaluate: ({ real, again, made }, { data }) => ({
      em: earthMoverDistance(real.data, made.data.subarray(0, 2 * MATCHED)),
      floor: earthMoverDistance(real.data, again.data),
      modes: modesCovered(made.data, skeletonOf(data)),
    }),
  },

  observe({ theta, w }: State, { data, loss }, key) {
    const made = () => g(theta, noise(fold(key, "made"), DRAWN));
    const skeleton = skeletonOf(data);
    return {
      real: () => drawPoints(data, fold(key, "real"), MATCHED),
      made,
      push: () => push(w, slice(made(), [0, 0], [PUSHED, 2]), loss),
      // The roll is one curve: it has no modes to tick.
      goals: data === "roll" ? null : () => tensor(criterion(skeleton, DRAWN), [skeleton.modes, 4]),
      field: () => reshape(f(w, vertices()), [FIELD_SIDE, FIELD_SIDE]),
    };
  },
});
