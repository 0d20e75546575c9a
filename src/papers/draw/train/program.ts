import { readMnist } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { clipByNorm } from "../../../math/clip-by-norm.ts";
import { bernoulli } from "../../../math/distributions.ts";
import { add, sigmoid } from "../../../math/elementwise.ts";
import { valueAndGradWithAux } from "../../../math/grad.ts";
import { fold, keyOf, type Key } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import { normal } from "../../../math/random.ts";
import { mean } from "../../../math/reduce.ts";
import { rows, type Table } from "../../../math/rows.ts";
import { concat, reshape, stack } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { generate, infer, type Drawn } from "../model.ts";
import { initDraw, meanLogits, PIXELS, SIDE, type Sizes, type Weights } from "../first-weights.ts";
import { twoDigits } from "../two-digits.ts";
import { frameOf } from "../window.ts";
import { demo, HELD_OUT, MADE } from "./demo.ts";

/** Gradients are held within this length: ours, as re-implementations do (5 to 10). */
const LONGEST = 5;
/** Parts in which the held-out images are gone through. */
const UNITS = 20;
/** Draws the bits and the noise of held-out images: the same for every run. */
const HELD_OUT_KEY = keyOf(0);
/** Pairs and places digits: the same for every run. */
const TWO_KEY = keyOf(2);

type Canvas = "one" | "two";

type State = { readonly weights: Weights; readonly moments: Tree };

/** Pictures [n, 28, 28] with their grey. */
interface Digits {
  readonly train: Table;
  readonly test: Table;
}

const { init, update } = adam();

const sizesOf = ({ attention, T, H, Z, N }: Omit<Sizes, "attention"> & { attention: string }) => ({
  attention: attention === "on",
  T,
  H,
  Z,
  N,
});

/** Rows from..to of a table. */
const part = ({ data, shape, scale }: Table, from: number, to: number): Table => {
  const width = data.length / shape[0]!;
  const length = (to - from) * width;
  const kept = Float32Array.from({ length }, (_, i) => data[from * width + i]!);
  return { data: kept, shape: [to - from, ...shape.slice(1)], scale };
};

/** Grey [n, 28, 28] as the chance of ink: bits [n, A B]. */
const binary = (key: Key, grey: Tensor): Tensor => bernoulli(key, reshape(grey, [-1, PIXELS]));

const asTensor = ({ data, shape, scale = 1 }: Table): Tensor =>
  tensor(
    Float32Array.from(data, (x) => x * scale),
    shape,
  );

export const program = defineProgram(demo, {
  data: {
    async digits(file): Promise<Record<Canvas, () => Digits>> {
      const { train, test } = await readMnist(file);
      const one = { train: train.images, test: part(test.images, 0, HELD_OUT) };
      const two = once(() => ({
        train: twoDigits(one.train, fold(TWO_KEY, "train")),
        test: twoDigits(one.test, fold(TWO_KEY, "test")),
      }));
      return { one: () => one, two };
    },
  },

  init(params, key, { digits }): State {
    const { train } = digits[params.canvas]();
    const weights = initDraw(key, sizesOf(params), meanLogits(train), params.faint);
    return { weights, moments: init(weights) };
  },

  /** One descent of the loss, eq. (12), with one draw of bits and of codes for each image. */
  step({ weights, moments }: State, params, key, { alpha }, { digits }) {
    const { T, Z, m, shared, canvas } = params;
    const { train } = digits[canvas]();
    const x = binary(fold(key, "ink"), rows(fold(key, "x"), train, m));
    const noise = normal(fold(key, "epsilon"), [shared ? 1 : T, m, Z]);
    const epsilon = shared ? broadcastTo(noise, [T, m, Z]) : noise;
    const { value, aux, grad } = valueAndGradWithAux((w: Weights) => {
      const { Lx, Lz } = infer(w, sizesOf(params), x, epsilon);
      const [image, codes] = [mean(Lx), mean(Lz)];
      return { loss: add(image, codes), aux: { Lx: image, Lz: codes } };
    })(weights);
    const next = update(weights, clipByNorm(grad, LONGEST), moments, alpha);
    return {
      state: { weights: next.params, moments: next.state },
      metrics: { L: value, ...aux },
    };
  },

  weights: {
    of: ({ weights }: State) => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as Weights }),
  },

  measure: {
    units: UNITS,
    fixed: true,
    sample({ weights }: State, params, _, { digits }, unit) {
      const { test } = digits[params.canvas]();
      const each = test.shape[0]! / UNITS;
      const key = fold(HELD_OUT_KEY, unit);
      const grey = asTensor(part(test, unit * each, (unit + 1) * each));
      const x = binary(fold(key, "ink"), grey);
      const epsilon = normal(fold(key, "epsilon"), [params.T, each, params.Z]);
      const { Lx, Lz } = infer(weights, sizesOf(params), x, epsilon);
      return { Lx, Lz };
    },
    evaluate: ({ Lx, Lz }) => ({
      bound: Lx.data.map((image, i) => image + Lz.data[i]!),
      reconstruction: Lx.data,
    }),
  },

  observe({ weights }: State, params, key, { digits }) {
    const sizes = sizesOf(params);
    const { T, Z, picked, canvas: kind } = params;
    const { test } = digits[kind]();
    const x = once(() =>
      binary(fold(HELD_OUT_KEY, picked), asTensor(part(test, picked, picked + 1))),
    );
    const copied = once(() => infer(weights, sizes, x(), normal(fold(key, "epsilon"), [T, 1, Z])));
    const made = once(() => generate(weights, sizes, normal(fold(key, "z"), [T, MADE, Z])));
    const frames = (steps: readonly Drawn[]): Tensor =>
      stack(
        steps.map(({ writing }) => frameOf(writing!)),
        1,
      );
    return {
      copied() {
        const canvases = copied().steps.map(({ canvas }) => sigmoid(canvas));
        return reshape(concat([x(), ...canvases]), [T + 1, SIDE, SIDE]);
      },
      made: () =>
        reshape(
          stack(
            made().map(({ canvas }) => sigmoid(canvas)),
            1,
          ),
          [MADE, T, SIDE, SIDE],
        ),
      frames: sizes.attention ? () => concat([frames(copied().steps), frames(made())]) : null,
    };
  },
});
