import type { Choosing } from "../../../data/drawn-characters.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { byManyHands } from "../../../data/many-hands.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { accuracy, oneHot } from "../../../math/classification.ts";
import { add, mul } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { inParts } from "../../../math/in-parts.ts";
import { gather, matMul } from "../../../math/linear.ts";
import { moments } from "../../../math/norm.ts";
import { max, mean } from "../../../math/reduce.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import { embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { initContext, type Context } from "../full-context.ts";
import {
  attendInPasses,
  drawGrowing,
  entropyOf,
  FIRST,
  rowsWith,
  supportOf,
} from "../grown-support.ts";
import { queryLabels } from "../matching.ts";
import { CHANNELS } from "../shipped-channels.ts";
import type { Way } from "../support-orders.ts";
import { CELLS, CUT, demo, GROWTHS, QUERIES, SIZES, type Cell } from "./demo.ts";

type State = {
  readonly theta: Embedding;
  readonly statistics: Statistics;
  readonly context: Context;
};
/** So many pictures are embedded at a time: all at once would take a hundred megabytes. */
const TOGETHER = 100;

const growing = (q: number): Choosing => ({
  rows: rowsWith(q),
  choose: (key, pool, place) => drawGrowing(key, q, pool, place),
});

/** Rows of d features of many pictures, each as if it were alone. */
const embedded = ({ theta, statistics }: State, x: Tensor): Tensor =>
  inParts(x, TOGETHER, (part) => embedAlone(theta, statistics, part));

/** g' of the support sets of m, grown either way, [2, m, d], and twice f' of the queries, [2, n, d]. */
function plainFeatures(z: Tensor, m: number, q: number) {
  const [n, d] = [FIRST * q, z.shape[1]!];
  const rows = GROWTHS.flatMap((by) => [...supportOf(by, m).rows]);
  const queries = slice(z, [rowsWith(q) - n, 0], [n, d]);
  return {
    g: reshape(gather(z, Int32Array.from(rows)), [2, m, d]),
    f: stack([queries, queries]),
  };
}

/** Of attention [2, n, m]: share of right answers, mean P of the answers and mean entropy, for either way to grow. */
function judged(a: Tensor, q: number): Tensor[] {
  const m = a.shape[2]!;
  const entropy = entropyOf(a);
  return GROWTHS.flatMap((by, i) => {
    const own = (x: Tensor): Tensor => {
      const size = x.shape.slice(1);
      return reshape(slice(x, [i, ...size.map(() => 0)], [1, ...size]), size);
    };
    const y = oneHot(tensor(Float32Array.from(supportOf(by, m).classes), [m]), m / FIRST);
    const P = matMul(own(a), y);
    const labels = queryLabels({ N: FIRST, k: 1, q });
    return [accuracy(P, labels), mean(max(P, -1)), mean(own(entropy))];
  });
}

/** Attention as it stands in a support set, by class instead: those of the first class first. [m] */
function byClass(a: Tensor, classes: Int32Array): Tensor {
  const [m] = a.shape as [number];
  const order = Array.from(classes, (l, r) => [l, r] as const).toSorted(
    ([l, r], [other, row]) => l - other || r - row,
  );
  const rows = gather(
    reshape(a, [m, 1]),
    Int32Array.from(order, ([, r]) => r),
  );
  return reshape(rows, [m]);
}

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => byManyHands(await readGlyphs(file)) },

  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init(_, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS.glyphs);
    const context = initContext(fold(key, "context"), CHANNELS.glyphs);
    const statistics = theta.map(({ W }) => moments(W, [0, 1, 2]));
    return { theta, statistics, context };
  },

  weights: {
    of: (state: State) => state,
    begin: (_: State, weights) => weights as State,
  },

  /** Nothing is learned: a step is the end of an episode, and another follows. */
  step: (state: State, _, __, { t }) => ({
    state,
    metrics: { queries: mul(add(t, 2), FIRST * QUERIES) },
  }),

  measure: {
    /** One episode of new characters, in all sizes. */
    sample(trained: State, { pass, K, s }, key, { glyphs }) {
      const x = glyphs(fold(key, "episode"), growing(QUERIES));
      const z = embedded(trained, x);
      const sets = SIZES.flatMap((m) =>
        [m, Number(pass)].map((size) => ({ ...plainFeatures(z, m, QUERIES), size })),
      );
      const [plain, seen] = [null, trained.context].map((context) =>
        attendInPasses({ context, K, s }, sets).map((a) => judged(a, QUERIES)),
      );
      const cells = SIZES.flatMap((_, i) =>
        [2 * i, 2 * i + 1].flatMap((of) => [...plain![of]!, ...seen![of]!]),
      );
      return { cells: stack(cells) };
    },
    evaluate: ({ cells }) =>
      Object.fromEntries(CELLS.map((cell, i) => [cell, cells.data[i]!])) as Record<Cell, number>,
  },

  observe(trained: State, { K, s, picked }, key, { glyphs }) {
    const shown = fold(fold(key, "shown"), picked);
    const x = once(() => glyphs(shown, growing(1)));
    const z = once(() => embedded(trained, x()));
    const attention = (way: Way): Tensor => {
      const sets = CUT.map((m) => ({ ...plainFeatures(z(), m, 1), size: m }));
      const each = attendInPasses(way, sets);
      return stack(
        GROWTHS.map((by, i) =>
          concat(
            CUT.map((m, j) =>
              byClass(
                reshape(slice(each[j]!, [i, 0, 0], [1, 1, m]), [m]),
                supportOf(by, m).classes,
              ),
            ),
          ),
        ),
      );
    };
    return {
      query: () => reshape(slice(x(), [rowsWith(0), 0, 0, 0], [1, SIDE, SIDE, 1]), [SIDE, SIDE]),
      a: () => attention({ context: null, K, s }),
      contextA: () => attention({ context: trained.context, K, s }),
    };
  },
});
