import { splitCharacters } from "../../../data/characters.ts";
import { drawnCharacters } from "../../../data/drawn-characters.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { accuracy, crossEntropy } from "../../../math/classification.ts";
import { valueAndGradWithAux } from "../../../math/grad.ts";
import { fold } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import type { Operand } from "../../../math/elementwise.ts";
import { mean, softmax } from "../../../math/reduce.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import {
  averaged,
  embed,
  embedAlone,
  initEmbedding,
  type Embedding,
  type Statistics,
} from "../embedding.ts";
import { episodes } from "../draw-episodes.ts";
import { classLogits, queryLabels, scores, sizeOf, type Kind } from "../matching.ts";
import { prototypeLogits } from "../prototypes.ts";
import { demo, FIVE, TWENTY, type Compare } from "./demo.ts";

type State = {
  readonly theta: Embedding;
  readonly statistics: Statistics;
  readonly moments: Tree;
};

const optimiser = adam();

/** A measure is taken in parts, each with one episode of twenty classes and its share of those of five. */
const PARTS = TWENTY.episodes;
const FIVES = FIVE.episodes / PARTS;
/** The episode that is drawn. */
const SHOWN = { N: 5, k: 1, q: 1 };

/** What P is the softmax of, from an episode's embeddings [N (k + q), d]: [N q, N]. */
const logitsOf = (compare: Compare, z: Tensor, kind: Kind, s: Operand): Tensor =>
  compare === "prototypes" ? prototypeLogits(z, kind) : classLogits(scores(z, kind, s), kind);

/** Shares of right answers of each of `count` episodes, from embeddings one below the other: [count]. */
function shares(compare: Compare, z: Tensor, count: number, kind: Kind): Tensor {
  const [n, d] = [sizeOf(kind), z.shape[1]!];
  const each = Array.from({ length: count }, (_, e) => {
    return accuracy(logitsOf(compare, slice(z, [e * n, 0], [n, d]), kind, 1), queryLabels(kind));
  });
  return stack(each);
}

/** The same where batch norm sees one episode at a time. */
function sharesTogether(
  compare: Compare,
  theta: Embedding,
  x: Tensor,
  count: number,
  kind: Kind,
): Tensor {
  const n = sizeOf(kind);
  const each = Array.from({ length: count }, (_, e) =>
    shares(compare, embed(theta, slice(x, [e * n, 0, 0, 0], [n, SIDE, SIDE, 1])).z, 1, kind),
  );
  return concat(each);
}

const average = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => splitCharacters(await readGlyphs(file)) },

  init({ channels, N, k, q }, key, { glyphs }): State {
    const theta = initEmbedding(fold(key, "theta"), channels);
    const { seen } = embed(
      theta,
      drawnCharacters(fold(key, "first"), glyphs.train, glyphs, episodes(1, { N, k, q })),
    );
    return { theta, statistics: seen, moments: optimiser.init(theta) };
  },

  /** One episode of eq. (2), arXiv:1606.04080v1, and one step of Adam. */
  step({ theta, statistics, moments }: State, { N, k, q, compare }, key, { alpha, s }, { glyphs }) {
    const kind = { N, k, q };
    const x = drawnCharacters(fold(key, "episode"), glyphs.train, glyphs, episodes(1, kind));
    const y = queryLabels(kind);
    const { value, aux, grad } = valueAndGradWithAux((weights: Embedding) => {
      const { z, seen } = embed(weights, x);
      const logits = logitsOf(compare, z, kind, s);
      return { loss: mean(crossEntropy(logits, y)), aux: { seen, train: accuracy(logits, y) } };
    })(theta);
    const next = optimiser.update(theta, grad, moments, alpha);
    return {
      state: {
        theta: next.params,
        statistics: averaged(statistics, aux.seen),
        moments: next.state,
      },
      metrics: { loss: value, train: aux.train },
    };
  },

  weights: {
    of: ({ theta, statistics }: State) => ({ theta, statistics }),
    begin: (state: State, weights) => ({
      ...state,
      ...(weights as Pick<State, "theta" | "statistics">),
    }),
  },

  measure: {
    units: PARTS,
    sample({ theta, statistics }: State, { compare }, key, { glyphs }) {
      const five = drawnCharacters(fold(key, "five"), glyphs.test, glyphs, episodes(FIVES, FIVE));
      const twenty = drawnCharacters(fold(key, "twenty"), glyphs.test, glyphs, episodes(1, TWENTY));
      return {
        five: shares(compare, embedAlone(theta, statistics, five), FIVES, FIVE),
        twenty: shares(compare, embedAlone(theta, statistics, twenty), 1, TWENTY),
        fiveTogether: sharesTogether(compare, theta, five, FIVES, FIVE),
        twentyTogether: sharesTogether(compare, theta, twenty, 1, TWENTY),
      };
    },
    evaluate({ five, twenty, fiveTogether, twentyTogether }) {
      return {
        five: average(five.data),
        twenty: average(twenty.data),
        fiveTogether: average(fiveTogether.data),
        twentyTogether: average(twentyTogether.data),
      };
    },
  },

  observe({ theta, statistics }: State, { picked, s, compare }, key, { glyphs }) {
    const x = once(() =>
      drawnCharacters(fold(fold(key, "shown"), picked), glyphs.test, glyphs, episodes(1, SHOWN)),
    );
    const part = (from: number): Tensor =>
      reshape(slice(x(), [from, 0, 0, 0], [SHOWN.N, SIDE, SIDE, 1]), [SHOWN.N, SIDE, SIDE]);
    return {
      supports: () => part(0),
      queries: () => part(SHOWN.N),
      a: () => softmax(logitsOf(compare, embedAlone(theta, statistics, x()), SHOWN, s)),
    };
  },
});
