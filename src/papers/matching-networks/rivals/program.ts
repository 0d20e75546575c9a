import type { Choosing } from "../../../data/drawn-characters.ts";
import { drawnCharacters } from "../../../data/drawn-characters.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { labelSetsOf, type LabelSets } from "../../../data/label-sets.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { accuracy, argmax } from "../../../math/classification.ts";
import { add, mul } from "../../../math/elementwise.ts";
import { fold, type Key } from "../../../math/key.ts";
import { moments } from "../../../math/norm.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { drawEpisodes } from "../draw-episodes.ts";
import { embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { queryLabels, sizeOf, type Kind } from "../matching.ts";
import {
  byExemplars,
  byMatching,
  byNearest,
  byPrototype,
  byRegression,
  type Rule,
} from "../rival-rules.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { CELLS, demo, EPISODES, QUERIES, RIVALS, SHOTS, type Cell } from "./demo.ts";

type State = { readonly theta: Embedding; readonly statistics: Statistics };
type Settings = {
  readonly N: "5" | "20";
  readonly company: "any" | "script" | "alike";
  readonly s: number;
};

const MOST = Math.max(...SHOTS);
const kindOf = ({ N }: Settings): Kind => ({ N: Number(N), k: MOST, q: QUERIES / Number(N) });

/** `count` episodes of label sets of that kind. */
const choosing = (count: number, settings: Settings, { labelSet }: LabelSets): Choosing => {
  const kind = kindOf(settings);
  return {
    rows: count * sizeOf(kind),
    choose(key, { examples }, place) {
      const sets = Array.from({ length: count }, (_, e) =>
        labelSet(fold(fold(key, "set"), e), kind.N, settings.company),
      );
      const pool = { classes: kind.N, examples };
      drawEpisodes(key, count, kind, pool, (row, l, example) =>
        place(row, sets[Math.floor(row / sizeOf(kind))]![l]!, example),
      );
    },
  };
};

/** Pictures of `count` episodes, [count, N (k + q), 28, 28, 1], with the most shots that there are. */
function drawn(key: Key, count: number, settings: Settings, glyphs: LabelSets): Tensor {
  const x = drawnCharacters(key, glyphs.classes, glyphs, choosing(count, settings, glyphs));
  return reshape(x, [count, -1, SIDE, SIDE, 1]);
}

/** Rows of features [e, n, d], or of pixels where nothing embeds them, an episode at a time. */
function rowsOf(x: Tensor, trained: State | null): Tensor {
  const [e, n] = x.shape as [number, number];
  if (!trained) return reshape(x, [e, n, -1]);
  const each = Array.from({ length: e }, (_, i) => {
    const one = reshape(slice(x, [i, 0, 0, 0, 0], [1, n, SIDE, SIDE, 1]), [n, SIDE, SIDE, 1]);
    return embedAlone(trained.theta, trained.statistics, one);
  });
  return stack(each);
}

/** The first k supports of each class, [e, N k, d], and all queries, [e, N q, d]. */
function episodeOf(z: Tensor, { N, q }: Kind, k: number): { g: Tensor; f: Tensor } {
  const [e, , d] = z.shape as [number, number, number];
  const supports = reshape(slice(z, [0, 0, 0], [e, N * MOST, d]), [e * N, MOST, d]);
  return {
    g: reshape(slice(supports, [0, 0, 0], [e * N, k, d]), [e, N * k, d]),
    f: slice(z, [0, N * MOST, 0], [e, N * q, d]),
  };
}

/** What each rule makes of each number of shots, by rule and then by shots: [e N q, N]. */
function judged(x: Tensor, trained: State, settings: Settings): Tensor[] {
  const kind = kindOf(settings);
  const [pixels, features] = [rowsOf(x, null), rowsOf(x, trained)];
  const rules: Readonly<Record<(typeof RIVALS)[number], Rule>> = {
    pixels: byNearest,
    matching: byMatching(settings.s),
    nearest: byNearest,
    prototype: byPrototype,
    regression: byRegression,
    svm: byExemplars,
  };
  return RIVALS.flatMap((rival) =>
    SHOTS.map((k) => {
      const { g, f } = episodeOf(rival === "pixels" ? pixels : features, kind, k);
      return rules[rival](g, f, { ...kind, k });
    }),
  );
}

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => labelSetsOf(await readGlyphs(file)) },

  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init(_, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS.glyphs);
    return { theta, statistics: theta.map(({ W }) => moments(W, [0, 1, 2])) };
  },

  weights: {
    of: (state: State) => state,
    begin: (_: State, weights) => weights as State,
  },

  /** Nothing is learned: a step is the end of some episodes, and others follow. */
  step: (state: State, _, __, { t }) => ({
    state,
    metrics: { queries: mul(add(t, 2), EPISODES * QUERIES) },
  }),

  measure: {
    sample(trained: State, settings, key, { glyphs }) {
      const x = drawn(fold(key, "episodes"), EPISODES, settings, glyphs);
      const labels = concat(Array.from({ length: EPISODES }, () => queryLabels(kindOf(settings))));
      return { cells: stack(judged(x, trained, settings).map((found) => accuracy(found, labels))) };
    },
    evaluate: ({ cells }) =>
      Object.fromEntries(CELLS.map((cell, i) => [cell, cells.data[i]!])) as Record<Cell, number>,
  },

  observe(trained: State, settings, key, { glyphs }) {
    const { N, q } = kindOf(settings);
    const shown = fold(fold(key, "shown"), settings.picked);
    const x = once(() => drawn(shown, 1, settings, glyphs));
    const part = (start: number, count: number, shape: number[]): Tensor =>
      reshape(slice(x(), [0, start, 0, 0, 0], [1, count, SIDE, SIDE, 1]), [...shape, SIDE, SIDE]);
    return {
      supports: () => part(0, N * MOST, [N, MOST]),
      queries: () => part(N * MOST, N * q, [N * q]),
      answers: () =>
        reshape(stack(judged(x(), trained, settings).map((found) => argmax(found))), [
          RIVALS.length,
          SHOTS.length,
          N * q,
        ]),
    };
  },
});
