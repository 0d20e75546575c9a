/**
 * Trainings without episodes, for comparison: the network, pictures a step, optimiser, settings, data and measures of
 * `matching-networks/episode`, and another loss.
 */
import { DRAWERS, type SplitCharacters } from "../../src/data/characters.ts";
import { drawnCharacters, type Choosing } from "../../src/data/drawn-characters.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { crossEntropy } from "../../src/math/classification.ts";
import { drawn } from "../../src/math/drawn.ts";
import { add, mul, sub, type Operand } from "../../src/math/elementwise.ts";
import { valueAndGradWithAux } from "../../src/math/grad.ts";
import { fold, type Key } from "../../src/math/key.ts";
import { dense } from "../../src/math/linear.ts";
import { adam } from "../../src/math/optim.ts";
import { integers } from "../../src/math/random-arrays.ts";
import { logSumExp, mean, NEVER } from "../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import type { Tree } from "../../src/math/tree.ts";
import { episodes } from "../../src/papers/matching-networks/draw-episodes.ts";
import {
  averaged,
  embed,
  type Embedding,
  type Statistics,
} from "../../src/papers/matching-networks/embedding.ts";
import { initLayer, type Layer } from "../../src/papers/matching-networks/fixed-labels.ts";
import { cosines, sizeOf, type Kind } from "../../src/papers/matching-networks/matching.ts";

type Head = Layer | Record<string, never>;
type Learner = { readonly theta: Embedding; readonly head: Head };
type State = Learner & { readonly statistics: Statistics; readonly moments: Tree };
type Pool = Parameters<Choosing["choose"]>[1];

export interface Way {
  /** What is learned beside the network and thrown away. */
  head(d: number, classes: number): Head;
  /** The pictures of a step. */
  choosing(kind: Kind): Choosing;
  /** What says which of them belong together, of the key that they were drawn by. */
  labels(key: Key, kind: Kind, pool: Pool): Tensor;
  /** The loss of each picture's features z [n, d]: [n], nats. */
  losses(z: Tensor, labels: Tensor, s: Operand, head: Head): Tensor;
}

const optimiser = adam();

/** What a way does in place of the demo's own training. Nothing is counted as right or wrong: its metric `train` is the loss. */
export const trainedBy =
  (way: Way) =>
  (program: AnyProgram): AnyProgram => ({
    ...program,
    init(params, key, data): State {
      const { theta, statistics } = program.init(params, key, data) as State;
      const { train } = (data as { glyphs: SplitCharacters }).glyphs;
      const head = way.head(theta[0]!.W.shape[3]!, train.length);
      return { theta, head, statistics, moments: optimiser.init({ theta, head }) };
    },
    step({ theta, head, statistics, moments }: State, params, key, scalars, data) {
      const kind = params as unknown as Kind;
      const { alpha, s } = scalars as unknown as { alpha: Tensor; s: Tensor };
      const { glyphs } = data as { glyphs: SplitCharacters };
      const by = fold(key, "episode");
      const x = drawnCharacters(by, glyphs.train, glyphs, way.choosing(kind));
      const labels = way.labels(by, kind, { classes: glyphs.train.length, examples: DRAWERS });
      const { value, aux, grad } = valueAndGradWithAux((learner: Learner) => {
        const { z, seen } = embed(learner.theta, x);
        return { loss: mean(way.losses(z, labels, s, learner.head)), aux: { seen } };
      })({ theta, head });
      const next = optimiser.update({ theta, head }, grad, moments, alpha);
      return {
        state: { ...next.params, statistics: averaged(statistics, aux.seen), moments: next.state },
        metrics: { loss: value, train: value },
      };
    },
  });

/**
 * The pictures of an episode, none of them a support or a query: each is a query among all others (neighbourhood components
 * analysis, as Laenen and Bertinetto, arXiv:2012.09831, train instead of episodes), by cosine times s.
 */
export const allPairs: Way = {
  head: () => ({}),
  choosing: (kind) => episodes(1, kind),
  labels(_, { N, k, q }) {
    const n = N * (k + q);
    const classOf = (i: number): number =>
      i < N * k ? Math.floor(i / k) : Math.floor((i - N * k) / q);
    const same = Array.from({ length: n * n }, (__, at) =>
      Number(classOf(Math.floor(at / n)) === classOf(at % n)),
    );
    return tensor(same, [n, n]);
  },
  losses(z, same, s) {
    const [n] = z.shape as [number, number];
    const self = tensor(
      Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) === at % n ? NEVER : 0)),
      [n, n],
    );
    const scores = add(mul(cosines(z, z), s), self);
    return sub(logSumExp(scores, 1), logSumExp(add(scores, mul(sub(1, same), NEVER)), 1));
  },
};

/** A linear layer with an output for each class of training, and as many pictures by lot as an episode has. */
export const plainClassifier: Way = {
  head: initLayer,
  choosing: (kind) => ({
    rows: sizeOf(kind),
    choose(key, pool, place) {
      const classes = classesBy(key, kind, pool);
      const drawers = integers(fold(key, "drawers"), sizeOf(kind), () => pool.examples);
      classes.forEach((of, row) => place(row, of, drawers[row]!));
    },
  }),
  labels: (key, kind, pool) =>
    drawn(key, [sizeOf(kind)], (by) => Float32Array.from(classesBy(by, kind, pool))),
  losses: (z, labels, _, { W, b }) => crossEntropy(dense(z, W, b), labels),
};

const classesBy = (key: Key, kind: Kind, { classes }: Pool): Int32Array =>
  integers(fold(key, "classes"), sizeOf(kind), () => classes);
