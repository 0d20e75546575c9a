import { drawnCharacters, type Choosing } from "../../../data/drawn-characters.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { byManyHands, HANDS } from "../../../data/many-hands.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { sum } from "../../../math/broadcast.ts";
import { accuracy, oneHot } from "../../../math/classification.ts";
import { drawn } from "../../../math/drawn.ts";
import { add, div, log, maximum, mul, neg } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { gather, matMul } from "../../../math/linear.ts";
import { moments } from "../../../math/norm.ts";
import { max, mean } from "../../../math/reduce.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import { zeros, type Tensor } from "../../../math/tensor.ts";
import { embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { initContext, type Context } from "../full-context.ts";
import {
  attendInPasses,
  drawGrown,
  placesOf,
  supportClasses,
  type Grown,
} from "../grown-support.ts";
import { queryLabels } from "../matching.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { demo, START } from "./demo.ts";

type Trained = {
  readonly theta: Embedding;
  readonly statistics: Statistics;
  readonly context: Context;
};
/** `sums`, over the episodes so far, of what the metrics are the means of. */
type State = Trained & { readonly sums: Tensor };

/** Queries of each of five classes in an episode. */
const QUERIES = 4;
/** So many pictures are embedded at a time: a thousand at once would take a hundred megabytes. */
const TOGETHER = 100;
/** What a logarithm is taken of at least; a weight so small adds nothing to an entropy. */
const TINY = 1e-30;

const WAYS = ["plain", "context", "parts", "contextParts"] as const;

const grownTo = (by: "classes" | "shots", m: number): Grown =>
  by === "classes"
    ? { N: m / START, k: START, asked: START, q: QUERIES }
    : { N: START, k: m / START, asked: START, q: QUERIES };

const rowsOf = ({ N, k, asked, q }: Grown): number => N * k + asked * q;

const choosing = (grown: Grown): Choosing => ({
  rows: rowsOf(grown),
  choose: (key, { classes }, place) => drawGrown(key, grown, { classes, examples: HANDS }, place),
});

/** Rows of d features of many pictures. */
function embedded({ theta, statistics }: Trained, x: Tensor): Tensor {
  const [rows, ...size] = x.shape as [number, ...number[]];
  const parts = Array.from({ length: Math.ceil(rows / TOGETHER) }, (_, i) => {
    const first = i * TOGETHER;
    return slice(x, [first, 0, 0, 0], [Math.min(TOGETHER, rows - first), ...size]);
  });
  return concat(parts.map((part) => embedAlone(theta, statistics, part)));
}

/** g' [m, d] and f' [n, d] of rows that stand as `drawGrown` has them. */
function plainFeatures(z: Tensor, { N, k, asked, q }: Grown) {
  const [m, n, d] = [N * k, asked * q, z.shape[1]!];
  return { g: slice(z, [0, 0], [m, d]), f: slice(z, [m, 0], [n, d]) };
}

/** Of attention [n, m] over supports with one-hot labels [m, N]: share of right answers, mean P of the answers, mean entropy. */
function judged(a: Tensor, labels: Tensor, grown: Grown): Tensor[] {
  const P = matMul(a, labels);
  const entropy = neg(sum(mul(a, log(maximum(a, TINY))), -1));
  return [accuracy(P, queryLabels({ ...grown, N: grown.asked })), mean(max(P, -1)), mean(entropy)];
}

const scalarOf = (rows: Tensor, i: number): Tensor => reshape(slice(rows, [i], [1]), []);

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => byManyHands(await readGlyphs(file)) },

  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init(_, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS.glyphs);
    const context = initContext(fold(key, "context"), CHANNELS.glyphs);
    const statistics = theta.map(({ W }) => moments(W, [0, 1, 2]));
    return { theta, statistics, context, sums: zeros([3 * WAYS.length]) };
  },

  weights: {
    of: ({ theta, statistics, context }: State) => ({ theta, statistics, context }),
    begin: (state: State, weights) => ({ ...state, ...(weights as Trained) }),
  },

  /** One episode of new characters; nothing is learned. */
  step({ sums, ...trained }: State, { by, m, pass, K, s }, key, { t }, { glyphs }) {
    const grown = grownTo(by, m);
    const episode = fold(key, "episode");
    const x = drawnCharacters(episode, glyphs.test, glyphs, choosing(grown));
    const labels = oneHot(
      drawn(episode, [m], (from) => supportClasses(from, grown)),
      grown.N,
    );
    const { g, f } = plainFeatures(embedded(trained, x), grown);
    const judgedIn = (context: Context | null, size: number): Tensor[] =>
      judged(attendInPasses({ context, K, s }, g, f, size), labels, grown);
    const seen = stack([
      ...judgedIn(null, m),
      ...judgedIn(trained.context, m),
      ...judgedIn(null, Number(pass)),
      ...judgedIn(trained.context, Number(pass)),
    ]);
    const next = add(sums, seen);
    const means = div(next, add(t, 1));
    const metrics = WAYS.flatMap((way, i) => [
      [way, scalarOf(means, 3 * i)] as const,
      [`${way}Sure`, scalarOf(means, 3 * i + 1)] as const,
      [`${way}Nats`, scalarOf(means, 3 * i + 2)] as const,
    ]);
    return {
      state: { ...trained, sums: next },
      metrics: Object.fromEntries(metrics) as Record<(typeof metrics)[number][0], Tensor>,
    };
  },

  observe(trained: State, { by, m, K, s, picked }, key, { glyphs }) {
    const grown = { ...grownTo(by, m), asked: 1, q: 1 };
    const shown = fold(fold(key, "shown"), picked);
    const x = once(() => drawnCharacters(shown, glyphs.test, glyphs, choosing(grown)));
    const features = once(() => plainFeatures(embedded(trained, x()), grown));
    const attention = (context: Context | null): Tensor => {
      const a = attendInPasses({ context, K, s }, features().g, features().f, m);
      return reshape(gather(reshape(a, [m, 1]), placesOf(shown, grown)), [m]);
    };
    return {
      query: () => reshape(slice(x(), [m, 0, 0, 0], [1, SIDE, SIDE, 1]), [SIDE, SIDE]),
      a: () => attention(null),
      contextA: () => attention(trained.context),
    };
  },
});
