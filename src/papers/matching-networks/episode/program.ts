import { DRAWERS, splitCharacters, type CharacterClass } from "../../../data/characters.ts";
import { drawnCharacters } from "../../../data/drawn-characters.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { accuracy, crossEntropy } from "../../../math/classification.ts";
import { maxPool2x2 } from "../../../math/conv.ts";
import { valueAndGradWithAux } from "../../../math/grad.ts";
import { fold } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import type { Operand } from "../../../math/elementwise.ts";
import { mean, softmax } from "../../../math/reduce.ts";
import { concat, reshape, slice, stack, transpose } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
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
import {
  episodeOfFixedLabels,
  initLayer,
  layerLogits,
  spreadOver,
  type Layer,
} from "../fixed-labels.ts";
import { classLogits, queryLabels, scores, sizeOf, type Kind } from "../matching.ts";
import { prototypeLogits } from "../prototypes.ts";
import { firstDrawings, labelSet, sheetOf } from "../sheet-of-classes.ts";
import { demo, FIVE, SHEET, TWENTY } from "./demo.ts";

/** What learns: θ, and of a layer on fixed labels its weights. */
type Learner = { readonly theta: Embedding; readonly layer: Layer | Record<string, never> };
type State = Learner & { readonly statistics: Statistics; readonly moments: Tree };
type Compared = { readonly compare: "cosine" | "prototypes" | "layer" };

const optimiser = adam();

/** A measure is taken in parts, each with one episode of twenty classes and its share of those of five. */
const PARTS = TWENTY.episodes;
const FIVES = FIVE.episodes / PARTS;

/** Classes that training draws from: all, turned ones too, or so many upright ones, but at least as many as an episode has. */
function poolOf(train: readonly CharacterClass[], pool: string, N: number) {
  if (pool === "all") return train;
  const upright = train.filter(({ quarters }) => quarters === 0);
  return spreadOver(upright, Math.max(Number(pool), N));
}

/** What P is the softmax of, from an episode's embeddings [N (k + q), d]: [N q, N]. */
function logitsOf({ compare }: Compared, { layer }: Learner, z: Tensor, kind: Kind, s: Operand) {
  if (compare === "layer") return layerLogits(layer as Layer, z, kind);
  return compare === "prototypes"
    ? prototypeLogits(z, kind)
    : classLogits(scores(z, kind, s), kind);
}

/** An episode's embeddings to logits. */
type Judge = (z: Tensor, kind: Kind) => Tensor;

/** Shares of right answers of each of `count` episodes, from embeddings one below the other: [count]. */
function shares(judge: Judge, z: Tensor, count: number, kind: Kind): Tensor {
  const [n, d] = [sizeOf(kind), z.shape[1]!];
  const each = Array.from({ length: count }, (_, e) =>
    accuracy(judge(slice(z, [e * n, 0], [n, d]), kind), queryLabels(kind)),
  );
  return stack(each);
}

/** The same where batch norm sees one episode at a time. */
function sharesTogether(judge: Judge, theta: Embedding, x: Tensor, count: number, kind: Kind) {
  const n = sizeOf(kind);
  const each = Array.from({ length: count }, (_, e) =>
    shares(judge, embed(theta, slice(x, [e * n, 0, 0, 0], [n, SIDE, SIDE, 1])).z, 1, kind),
  );
  return concat(each);
}

const average = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => splitCharacters(await readGlyphs(file)) },

  init({ channels, compare, N, k, q }, key, { glyphs }): State {
    const theta = initEmbedding(fold(key, "theta"), channels);
    const { seen } = embed(
      theta,
      drawnCharacters(fold(key, "first"), glyphs.train, glyphs, episodes(1, { N, k, q })),
    );
    const layer = compare === "layer" ? initLayer(channels, TWENTY.N) : {};
    return { theta, layer, statistics: seen, moments: optimiser.init({ theta, layer }) };
  },

  /** One episode of eq. (2), arXiv:1606.04080v1, and one step of Adam. */
  step({ theta, layer, statistics, moments }: State, params, key, { alpha, s }, { glyphs }) {
    const { N, k, q, labels, pool } = params;
    const kind = { N, k, q };
    const drawing = labels === "fixed" ? episodeOfFixedLabels(kind) : episodes(1, kind);
    const classes = poolOf(glyphs.train, pool, N);
    const x = drawnCharacters(fold(key, "episode"), classes, glyphs, drawing);
    const y = queryLabels(kind);
    const { value, aux, grad } = valueAndGradWithAux((learner: Learner) => {
      const { z, seen } = embed(learner.theta, x);
      const logits = logitsOf(params, learner, z, kind, s);
      return { loss: mean(crossEntropy(logits, y)), aux: { seen, train: accuracy(logits, y) } };
    })({ theta, layer });
    const next = optimiser.update({ theta, layer }, grad, moments, alpha);
    return {
      state: {
        ...next.params,
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
    sample({ theta, layer, statistics }: State, params, key, { glyphs }) {
      const five = drawnCharacters(fold(key, "five"), glyphs.test, glyphs, episodes(FIVES, FIVE));
      const twenty = drawnCharacters(fold(key, "twenty"), glyphs.test, glyphs, episodes(1, TWENTY));
      const z = embedAlone(theta, statistics, five);
      const judge: Judge = (of, kind) => logitsOf(params, { theta, layer }, of, kind, 1);
      return {
        five: shares(judge, z, FIVES, FIVE),
        features: shares((of, kind) => scores(of, kind, 1), z, FIVES, FIVE),
        twenty: shares(judge, embedAlone(theta, statistics, twenty), 1, TWENTY),
        fiveTogether: sharesTogether(judge, theta, five, FIVES, FIVE),
        twentyTogether: sharesTogether(judge, theta, twenty, 1, TWENTY),
      };
    },
    evaluate({ five, features, twenty, fiveTogether, twentyTogether }) {
      return {
        five: average(five.data),
        features: average(features.data),
        twenty: average(twenty.data),
        fiveTogether: average(fiveTogether.data),
        twentyTogether: average(twentyTogether.data),
      };
    },
  },

  observe({ theta, layer, statistics }: State, params, key, { glyphs }) {
    const { picked, s, N, k } = params;
    const kind = { N, k, q: 1 };
    const shown = fold(fold(key, "shown"), picked);
    const x = once(() => drawnCharacters(shown, glyphs.test, glyphs, episodes(1, kind)));
    const part = (from: number, count: number): Tensor =>
      reshape(slice(x(), [from, 0, 0, 0], [count, SIDE, SIDE, 1]), [count, SIDE, SIDE]);
    const pool = { classes: glyphs.test.length, examples: DRAWERS };
    const sheet = once(() =>
      sheetOf(labelSet(shown, kind, pool), pool.classes, SHEET.rows * SHEET.columns),
    );
    return {
      T: () => {
        const { classes } = sheet();
        const each = drawnCharacters(shown, glyphs.test, glyphs, firstDrawings(classes));
        const { rows, columns, side } = SHEET;
        const cells = reshape(maxPool2x2(each), [rows, columns, side, side]);
        return reshape(transpose(cells, [0, 2, 1, 3]), [rows * side, columns * side]);
      },
      L: () => tensor(Float32Array.from(sheet().places), [N]),
      supports: () => part(0, N * k),
      queries: () => part(N * k, N),
      P: () => {
        const z = embedAlone(theta, statistics, x());
        return softmax(logitsOf(params, { theta, layer }, z, kind, s));
      },
    };
  },
});
