import { splitCharacters } from "../../../data/characters.ts";
import { drawnCharacters } from "../../../data/drawn-characters.ts";
import { readGlyphs } from "../../../data/glyphs.ts";
import { SIDE } from "../../../data/grey-pictures.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { crossEntropy } from "../../../math/classification.ts";
import { mul, type Operand } from "../../../math/elementwise.ts";
import { valueAndGrad } from "../../../math/grad.ts";
import { fold } from "../../../math/key.ts";
import { gather, matMul } from "../../../math/linear.ts";
import { moments, normalise } from "../../../math/norm.ts";
import { adam } from "../../../math/optim.ts";
import { mean } from "../../../math/reduce.ts";
import { concat, reshape, slice, transpose } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { episodes } from "../draw-episodes.ts";
import { embedQueries, embedSupports, initContext, type Context } from "../full-context.ts";
import { queryLabels, sizeOf, type Kind } from "../matching.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { acrossOrders, attend, ordersOf } from "../support-orders.ts";
import { CLASSES, demo, ORDERS } from "./demo.ts";

type State = {
  /** θ and its statistics, which stay as they were trained. */
  readonly theta: Embedding;
  readonly statistics: Statistics;
  readonly context: Context;
  readonly moments: Tree;
};

const { init, update } = adam();

/** A measure is taken in parts, each of so many episodes. */
const PARTS = 10;
const EPISODES = 4;
const TESTED: Kind = { N: CLASSES, k: 1, q: 2 };
const SHOWN: Kind = { N: CLASSES, k: 1, q: 1 };

/** Plain features g' [1, N, d] and f' [1, N q, d] of one episode [N (1 + q), d]. */
function plainFeatures(z: Tensor, { N, q }: Kind) {
  const [, d] = z.shape as [number, number];
  return {
    gPrime: reshape(slice(z, [0, 0], [N, d]), [1, N, d]),
    fPrime: reshape(slice(z, [N, 0], [N * q, d]), [1, N * q, d]),
  };
}

type Features = ReturnType<typeof plainFeatures>;

/** s c of queries with supports, one of each class, and so logits of classes: [N q, N]. */
function logits(g: Tensor, f: Tensor, s: Operand): Tensor {
  const [, n] = f.shape as [number, number];
  const c = matMul(normalise(f), normalise(g), { transposeB: true });
  return mul(reshape(c, [n, -1]), s);
}

const embedded = (
  { theta, statistics }: Pick<State, "theta" | "statistics">,
  x: Tensor,
  kind: Kind,
): Features => plainFeatures(embedAlone(theta, statistics, x), kind);

/** Without its first axis, of length 1. */
const only = (x: Tensor): Tensor => reshape(x, x.shape.slice(1));

/** What the orders make of each query. */
interface Judged {
  /** Its answer in the first order is right. */
  readonly right: boolean;
  /** Largest P of the right class minus the smallest. */
  readonly spread: number;
  /** Not all orders give one answer. */
  readonly flips: boolean;
}

/** Of probabilities [queries, orders, N], the queries of one episode after the other, sorted by class. */
function judge({
  data,
  shape,
}: {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}): Judged[] {
  const [n, orders, N] = shape as [number, number, number];
  return Array.from({ length: n }, (_, j) => {
    const label = Math.floor((j % (TESTED.N * TESTED.q)) / TESTED.q);
    const rows = Array.from({ length: orders }, (__, r) => {
      const first = (j * orders + r) * N;
      return data.subarray(first, first + N);
    });
    const answers = rows.map((P) => P.indexOf(Math.max(...P)));
    const shares = rows.map((P) => P[label]!);
    return {
      right: answers[0] === label,
      spread: Math.max(...shares) - Math.min(...shares),
      flips: answers.some((answer) => answer !== answers[0]),
    };
  });
}

export const program = defineProgram(demo, {
  data: { glyphs: async (file: ArrayBuffer) => splitCharacters(await readGlyphs(file)) },

  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init({ features }, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS[features]);
    const context = initContext(fold(key, "context"), CHANNELS[features]);
    const statistics = theta.map(({ W }) => moments(W, [0, 1, 2]));
    return { theta, statistics, context, moments: init(context) };
  },

  weights: {
    of: ({ theta, statistics, context }: State) => ({ theta, statistics, context }),
    begin: (state: State, weights) => ({
      ...state,
      ...(weights as Pick<State, "theta" | "statistics" | "context">),
    }),
  },

  /** One episode of eq. (2), arXiv:1606.04080v1, and one step of Adam for the LSTMs alone. */
  step({ context, moments: past, ...frozen }: State, { N, q, K }, key, { alpha, s }, { glyphs }) {
    const kind = { N, k: 1, q };
    const x = drawnCharacters(fold(key, "episode"), glyphs.train, glyphs, episodes(1, kind));
    const y = queryLabels(kind);
    const { gPrime, fPrime } = embedded(frozen, x, kind);
    const { value, grad } = valueAndGrad((weights: Context) => {
      const g = embedSupports(weights, gPrime);
      return mean(crossEntropy(logits(g, embedQueries(weights, fPrime, g, K).f, s), y));
    })(context);
    const next = update(context, grad, past, alpha);
    return {
      state: { ...frozen, context: next.params, moments: next.state },
      metrics: { loss: value, plainLoss: mean(crossEntropy(logits(gPrime, fPrime, s), y)) },
    };
  },

  measure: {
    units: PARTS,
    sample({ context, ...frozen }: State, { K, s }, key, { glyphs }) {
      const size = sizeOf(TESTED);
      const x = drawnCharacters(
        fold(key, "episodes"),
        glyphs.test,
        glyphs,
        episodes(EPISODES, TESTED),
      );
      const z = embedAlone(frozen.theta, frozen.statistics, x);
      const each = Array.from({ length: EPISODES }, (_, e) =>
        plainFeatures(slice(z, [e * size, 0], [size, z.shape[1]!]), TESTED),
      );
      const orders = ordersOf(fold(key, "orders"), ORDERS, CLASSES);
      const over = (seen: Context | null): Tensor =>
        concat(
          each.map(({ gPrime, fPrime }) =>
            acrossOrders({ context: seen, K, s }, only(gPrime), only(fPrime), orders),
          ),
        );
      return { seen: over(context), plain: over(null) };
    },
    evaluate({ seen, plain }) {
      const [inContext, alone] = [judge(seen), judge(plain)];
      const share = (of: readonly Judged[], what: (query: Judged) => boolean): number =>
        of.filter(what).length / of.length;
      const spread = (of: readonly Judged[]): number =>
        of.reduce((sum, query) => sum + query.spread, 0) / of.length;
      const [accuracy, without] = [inContext, alone].map((of) => share(of, ({ right }) => right));
      return {
        accuracy: accuracy!,
        plain: without!,
        gain: accuracy! - without!,
        spread: spread(inContext),
        plainSpread: spread(alone),
        flips: share(inContext, ({ flips }) => flips),
      };
    },
  },

  observe({ context, ...frozen }: State, { K, s, picked, order }, key, { glyphs }) {
    const shown = fold(fold(key, "shown"), picked);
    const x = once(() => drawnCharacters(shown, glyphs.test, glyphs, episodes(1, SHOWN)));
    const features = once(() => embedded(frozen, x(), SHOWN));
    const orders = ordersOf(fold(shown, "orders"), ORDERS, CLASSES);
    const inOrder = once(() => gather(only(features().gPrime), orders[order]!));
    const way = (seen: Context | null) => ({ context: seen, K, s });
    const answered = (seen: Context | null) =>
      attend(way(seen), reshape(inOrder(), features().gPrime.shape), features().fPrime);
    const read = once(() => answered(context));
    const part = (begin: number): Tensor =>
      reshape(slice(x(), [begin, 0, 0, 0], [CLASSES, SIDE, SIDE, 1]), [CLASSES, SIDE, SIDE]);
    return {
      supports: () => part(0),
      queries: () => part(CLASSES),
      orders: () => tensor(Float32Array.from(orders.flatMap((of) => [...of])), [ORDERS, CLASSES]),
      reads: K > 0 ? () => concat(read().reads) : null,
      a: () => only(read().a),
      plainA: () => only(answered(null).a),
      P: () =>
        transpose(
          acrossOrders(way(context), only(features().gPrime), only(features().fPrime), orders),
          [1, 0, 2],
        ),
    };
  },
});
