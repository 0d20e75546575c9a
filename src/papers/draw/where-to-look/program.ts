import type { Pictures } from "../../../data/grey-pictures.ts";
import { readMnist } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { crossEntropy } from "../../../math/classification.ts";
import { clipByNorm } from "../../../math/clip-by-norm.ts";
import { drawn } from "../../../math/drawn.ts";
import { add, mul } from "../../../math/elementwise.ts";
import { valueAndGrad } from "../../../math/grad.ts";
import { fold, keyOf, type Key } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import { mean, softmax } from "../../../math/reduce.ts";
import { rows } from "../../../math/rows.ts";
import { concat, reshape, stack } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { cluttered, DIGIT, lay, litter, middles, PICTURE, whole } from "../cluttered.ts";
import { CLASSES, initGlimpses, look, type Glimpse, type GlimpseWeights } from "../glimpses.ts";
import { frameOf } from "../window.ts";
import { demo, HELD_OUT, MOST } from "./demo.ts";

/** Gradients are held within this length: ours. */
const LONGEST = 5;
/** Parts in which the held-out digits are gone through. */
const UNITS = 20;
/** Lays held-out digits out: the same for every run. */
const HELD_OUT_KEY = keyOf(0);

type State = { readonly weights: GlimpseWeights; readonly moments: Tree };

interface Digits {
  readonly train: Pictures;
  readonly test: Pictures;
}

const { init, update } = adam();

const waysOf = ({ T, N, gaze }: { T: number; N: number; gaze: string }) => ({
  T,
  N,
  nailed: gaze === "nailed",
});

/** Cross-entropy of the guesses, a scalar: that after glimpse t weighs t², or the last alone counts. */
function lossOf(glimpses: readonly Glimpse[], labels: Tensor, every: boolean): Tensor {
  const weight = (t: number): number => (t + 1) ** 2;
  const counted = every ? glimpses : glimpses.slice(-1);
  const all = counted.reduce((sum, _, t) => sum + weight(t), 0);
  return counted
    .map(({ logits }, t) => mul(mean(crossEntropy(logits, labels)), weight(t) / all))
    .reduce((a, b) => add(a, b));
}

/** The first rows of pictures. */
const some = ({ images, labels }: Pictures, n: number): Pictures => ({
  images: {
    ...images,
    data: Uint8Array.from({ length: n * DIGIT ** 2 }, (_, i) => images.data[i]!),
    shape: [n, DIGIT, DIGIT],
  },
  labels: { data: Uint8Array.from({ length: n }, (_, i) => labels.data[i]!), shape: [n] },
});

/** A digit, that of the reader or a held-out one, laid among clutter: [1, 60, 60]. */
function laidOut(
  key: Key,
  { test: { images } }: Digits,
  { pieces, picked, across, down }: Record<"pieces" | "picked" | "across" | "down", number>,
): Tensor {
  return drawn(fold(key, picked), [1, PICTURE, PICTURE], (source) => {
    const out = new Float32Array(PICTURE ** 2);
    litter(out, 0, source, pieces, images);
    lay(out, 0, images, whole(picked, across, down));
    return out;
  });
}

/** Whether the greatest of ten numbers from a place on is at the label: 0, or else 1. */
function wronglyNamed(logits: ArrayLike<number>, at: number, label: number): number {
  for (let c = 0; c < CLASSES; c++)
    if (c !== label && logits[at + c]! >= logits[at + label]!) return 1;
  return 0;
}

export const program = defineProgram(demo, {
  data: {
    async digits(file): Promise<Digits> {
      const { train, test } = await readMnist(file);
      return { train, test: some(test, HELD_OUT) };
    },
  },

  init({ H, N }, key): State {
    const weights = initGlimpses(key, { H, N, side: PICTURE });
    return { weights, moments: init(weights) };
  },

  /** One descent of the loss on pictures laid out afresh. */
  step({ weights, moments }: State, params, key, { alpha }, { digits: { train } }) {
    const { m, pieces, every } = params;
    const batch = fold(key, "batch");
    const x = cluttered(batch, train.images, m, pieces);
    const labels = rows(batch, train.labels, m);
    const { value, grad } = valueAndGrad((w: GlimpseWeights) =>
      lossOf(look(w, x, waysOf(params)), labels, every),
    )(weights);
    const next = update(weights, clipByNorm(grad, LONGEST), moments, alpha);
    return { state: { weights: next.params, moments: next.state }, metrics: { loss: value } };
  },

  weights: {
    of: ({ weights }: State) => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as GlimpseWeights }),
  },

  measure: {
    units: UNITS,
    fixed: true,
    sample({ weights }: State, params, _, { digits: { test } }, unit) {
      const each = test.labels.shape[0]! / UNITS;
      const key = fold(HELD_OUT_KEY, unit);
      const x = cluttered(key, test.images, each, params.pieces, unit * each);
      const glimpses = look(weights, x, waysOf(params));
      return {
        logits: stack(
          glimpses.map(({ logits }) => logits),
          1,
        ),
        frame: frameOf(glimpses.at(-1)!.window),
        middle: middles(key, each),
      };
    },
    evaluate({ logits, frame, middle }, { T }, { digits: { test } }) {
      const { data: labels, shape } = test.labels;
      const of = (f: (i: number) => number): Float32Array =>
        Float32Array.from({ length: shape[0]! }, (_, i) => f(i));
      const [wrong1, wrong2, wrong3, wrong4, wrong5, wrong6] = Array.from(
        { length: MOST },
        (_, t) =>
          of((i) => wronglyNamed(logits.data, (i * T + Math.min(t, T - 1)) * CLASSES, labels[i]!)),
      ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
      const apart = (i: number, axis: 0 | 1): number =>
        frame.data[4 * i + axis]! - middle.data[2 * i + axis]!;
      return {
        wrong1,
        wrong2,
        wrong3,
        wrong4,
        wrong5,
        wrong6,
        away: of((i) => Math.hypot(apart(i, 0), apart(i, 1))),
        wide: of((i) => frame.data[4 * i + 2]!),
      };
    },
  },

  observe({ weights }: State, params, key, { digits }) {
    const { T, N, picked } = params;
    const x = once(() => laidOut(fold(key, "clutter"), digits, params));
    const glimpses = once(() => look(weights, x(), waysOf(params)));
    return {
      x: () => reshape(x(), [PICTURE, PICTURE]),
      patches: () => reshape(concat(glimpses().map(({ patch }) => patch)), [T, N, N]),
      windows: () => concat(glimpses().map(({ window }) => frameOf(window))),
      chances: () => softmax(concat(glimpses().map(({ logits }) => logits))),
      truth: () => tensor([digits.test.labels.data[picked]!], [1]),
    };
  },
});
