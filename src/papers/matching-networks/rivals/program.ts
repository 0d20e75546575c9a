import { drawnCharacters, type Choosing } from "../../../data/drawn-characters.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { labelSetsOf, type Company, type LabelSets } from "../../../data/label-sets.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { accuracy, argmax } from "../../../math/classification.ts";
import { add, mul } from "../../../math/elementwise.ts";
import { inParts } from "../../../math/in-parts.ts";
import { fold, type Key } from "../../../math/key.ts";
import { moments } from "../../../math/norm.ts";
import { concat, reshape, slice, stack, transpose } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { drawEpisodes } from "../draw-episodes.ts";
import { embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { BEFORE, byTuning } from "../fine-tuning.ts";
import { queryLabels, sizeOf, type Kind } from "../matching.ts";
import {
  byExemplars,
  byMatching,
  byNearest,
  byPrototype,
  byRegression,
  inTurn,
  type ByShots,
} from "../rival-rules.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { CELLS, demo, EPISODES, RIVALS, SHOTS, type Cell, type Rival } from "./demo.ts";

type State = { readonly theta: Embedding; readonly statistics: Statistics };
type Settings = { readonly company: Company; readonly s: number };

/** Of an episode, with the most shots that there are. */
const KIND: Kind = { N: 5, k: Math.max(...SHOTS), q: 4 };
const { N, k: MOST, q } = KIND;

/** `count` episodes of label sets of that company. */
const choosing = (count: number, { company }: Settings, { labelSet }: LabelSets): Choosing => ({
  rows: count * sizeOf(KIND),
  choose(key, { examples }, place) {
    const sets = Array.from({ length: count }, (_, e) =>
      labelSet(fold(fold(key, "set"), e), N, company),
    );
    drawEpisodes(key, count, KIND, { classes: N, examples }, (row, l, example) =>
      place(row, sets[Math.floor(row / sizeOf(KIND))]![l]!, example),
    );
  },
});

/** Pictures of `count` episodes, [count, N (k + q), 28, 28, 1], with the most shots that there are. */
function drawn(key: Key, count: number, settings: Settings, glyphs: LabelSets): Tensor {
  const x = drawnCharacters(key, glyphs.classes, glyphs, choosing(count, settings, glyphs));
  return reshape(x, [count, -1, SIDE, SIDE, 1]);
}

/** Rows of pixels, of the maps that the last block is given, [e, n, 9 d], and of features [e, n, d], an episode at a time. */
function rowsOf(x: Tensor, { theta, statistics }: State) {
  const [e, n] = x.shape as [number, number];
  const maps = inParts(reshape(x, [e * n, SIDE, SIDE, 1]), n, (one) =>
    embedAlone(theta.slice(0, BEFORE), statistics.slice(0, BEFORE), one),
  );
  const given = reshape(maps, [e * n, 3, 3, -1]);
  const features = embedAlone(theta.slice(BEFORE), statistics.slice(BEFORE), given);
  const byEpisode = (rows: Tensor): Tensor => reshape(rows, [e, n, -1]);
  return { pixels: byEpisode(x), maps: byEpisode(maps), features: byEpisode(features) };
}

/** What each rule makes of each number of shots, by rule and then by shots: [e N q, N]. */
function judged(x: Tensor, trained: State, { s }: Settings): Tensor[] {
  const { pixels, maps, features } = rowsOf(x, trained);
  const rules: Readonly<Record<Rival, ByShots>> = {
    pixels: inTurn(byNearest),
    matching: inTurn(byMatching(s)),
    nearest: inTurn(byNearest),
    prototype: inTurn(byPrototype),
    regression: byRegression,
    svm: byExemplars,
    tuned: inTurn(byTuning(trained.theta[BEFORE]!, trained.statistics[BEFORE]!)),
  };
  return RIVALS.flatMap((rival) => {
    const z = rival === "pixels" ? pixels : rival === "tuned" ? maps : features;
    const [e, , d] = z.shape as [number, number, number];
    const [g, f] = [
      slice(z, [0, 0, 0], [e, N * MOST, d]),
      slice(z, [0, N * MOST, 0], [e, N * q, d]),
    ];
    return rules[rival](g, f, KIND, SHOTS);
  });
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
    metrics: { queries: mul(add(t, 2), EPISODES * N * q) },
  }),

  measure: {
    sample(trained: State, settings, key, { glyphs }) {
      const x = drawn(fold(key, "episodes"), EPISODES, settings, glyphs);
      const labels = concat(Array.from({ length: EPISODES }, () => queryLabels(KIND)));
      return { cells: stack(judged(x, trained, settings).map((found) => accuracy(found, labels))) };
    },
    evaluate: ({ cells }) =>
      Object.fromEntries(CELLS.map((cell, i) => [cell, cells.data[i]!])) as Record<Cell, number>,
  },

  observe(trained: State, settings, key, { glyphs }) {
    const shown = fold(fold(key, "shown"), settings.picked);
    const x = once(() => drawn(shown, 1, settings, glyphs));
    const part = (start: number, count: number): Tensor =>
      reshape(slice(x(), [0, start, 0, 0, 0], [1, count, SIDE, SIDE, 1]), [count, SIDE, SIDE]);
    return {
      supports: () => {
        const each = reshape(part(0, N * MOST), [N, MOST, SIDE, SIDE]);
        return reshape(transpose(each, [0, 2, 1, 3]), [N * SIDE, MOST * SIDE]);
      },
      queries: () => part(N * MOST, N * q),
      answers: () =>
        reshape(stack(judged(x(), trained, settings).map((found) => argmax(found))), [
          RIVALS.length,
          SHOTS.length,
          N * q,
        ]),
    };
  },
});
