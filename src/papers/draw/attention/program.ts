import { readMnist } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { clipByNorm } from "../../../math/clip-by-norm.ts";
import { bernoulli } from "../../../math/distributions.ts";
import { add, sigmoid } from "../../../math/elementwise.ts";
import { valueAndGrad } from "../../../math/grad.ts";
import { fold, keyOf, type Key } from "../../../math/key.ts";
import { adam } from "../../../math/optim.ts";
import { normal } from "../../../math/random.ts";
import { mean } from "../../../math/reduce.ts";
import { rows, type Table } from "../../../math/rows.ts";
import { concat, reshape } from "../../../math/shape.ts";
import { tensor, type Tensor } from "../../../math/tensor.ts";
import type { Tree } from "../../../math/tree.ts";
import { initDraw, meanLogits, PIXELS, SIDE, type Sizes, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { multiplyAdds } from "../multiply-adds.ts";
import { frameOf } from "../window.ts";
import { demo, HELD_OUT } from "./demo.ts";

/** Gradients are held within this length: ours, as re-implementations do (5 to 10). */
const LONGEST = 5;
/** Parts in which the held-out images are gone through. */
const UNITS = 6;
/** Draws the bits and the noise of held-out images: the same for every run and every model. */
const HELD_OUT_KEY = keyOf(0);

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

/** Images from..to of a table with their grey as the chance of ink: bits [to − from, A B]. */
function bits(key: Key, { data, scale = 1 }: Table, from: number, to: number): Tensor {
  const grey = Float32Array.from(
    { length: (to - from) * PIXELS },
    (_, p) => data[from * PIXELS + p]! * scale,
  );
  return bernoulli(key, tensor(grey, [to - from, PIXELS]));
}

export const program = defineProgram(demo, {
  data: {
    async digits(file): Promise<Digits> {
      const { train, test } = await readMnist(file);
      return { train: train.images, test: test.images };
    },
  },

  init(params, key, { digits }): State {
    const weights = initDraw(key, sizesOf(params), meanLogits(digits.train));
    return { weights, moments: init(weights) };
  },

  /** One descent of the loss, eq. (12), with one draw of bits and of codes for each image: the same images for all models. */
  step({ weights, moments }: State, params, key, { alpha }, { digits }) {
    const { T, Z, m } = params;
    const grey = rows(fold(key, "x"), digits.train, m);
    const x = bernoulli(fold(key, "ink"), reshape(grey, [m, PIXELS]));
    const epsilon = normal(fold(key, "epsilon"), [T, m, Z]);
    const { value, grad } = valueAndGrad((w: Weights) => {
      const { Lx, Lz } = infer(w, sizesOf(params), x, epsilon);
      return mean(add(Lx, Lz));
    })(weights);
    const next = update(weights, clipByNorm(grad, LONGEST), moments, alpha);
    return { state: { weights: next.params, moments: next.state }, metrics: { L: value } };
  },

  measure: {
    units: UNITS,
    fixed: true,
    sample({ weights }: State, params, _, { digits }, unit) {
      const each = HELD_OUT / UNITS;
      const key = fold(HELD_OUT_KEY, unit);
      const x = bits(fold(key, "ink"), digits.test, unit * each, (unit + 1) * each);
      const epsilon = normal(fold(key, "epsilon"), [params.T, each, params.Z]);
      const { Lx, Lz } = infer(weights, sizesOf(params), x, epsilon);
      return { L: add(Lx, Lz) };
    },
    evaluate: ({ L }, params) => ({ bound: L.data, work: multiplyAdds(sizesOf(params)) }),
  },

  observe({ weights }: State, params, key, { digits }) {
    const sizes = sizesOf(params);
    const { T, Z, picked } = params;
    const x = once(() => bits(fold(HELD_OUT_KEY, picked), digits.test, picked, picked + 1));
    const steps = once(
      () => infer(weights, sizes, x(), normal(fold(key, "epsilon"), [T, 1, Z])).steps,
    );
    return {
      copied() {
        const c0 = reshape(weights.c0, [1, PIXELS]);
        const canvases = [c0, ...steps().map(({ canvas }) => canvas)].map((c) => sigmoid(c));
        return reshape(concat([x(), ...canvases]), [T + 2, SIDE, SIDE]);
      },
      frames: sizes.attention
        ? () => concat(steps().map(({ writing }) => frameOf(writing!)))
        : null,
    };
  },
});
