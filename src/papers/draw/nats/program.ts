import { readDigits } from "../../../data/mnist.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { bernoulli, bernoulliNats } from "../../../math/distributions.ts";
import { sigmoid } from "../../../math/elementwise.ts";
import { fold, keyOf } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import type { Table } from "../../../math/rows.ts";
import { reshape, slice, stack } from "../../../math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../math/tensor.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { infer } from "../model.ts";
import { TRAINED } from "../shipped-sizes.ts";
import { COUNT, demo, T } from "./demo.ts";

/** Draws the bits of the digits: the same for every run. */
const KEY = keyOf(0);
const EACH = 10;

/** ε [T, n, Z] is drawn once for a run, so that picture and numbers are of one draw. */
type State = { readonly weights: Weights; readonly epsilon: Tensor };

/** Eqs. (3) to (12) for all digits: 𝓛ᶻ of each step [n], and canvases and their 𝓛ˣ before the first step and after each, [n, A B] and [n]. */
function costed({ weights, epsilon }: State, { data, scale = 1 }: Table) {
  const grey = tensor(
    Float32Array.from(data, (level) => level * scale),
    [COUNT, PIXELS],
  );
  const x = bernoulli(fold(KEY, "ink"), grey);
  const { divergences, steps } = infer(weights, TRAINED, x, epsilon);
  const c0 = broadcastTo(weights.c0, [COUNT, PIXELS]);
  const canvases = [c0, ...steps.map(({ canvas }) => canvas)];
  return { divergences, canvases, images: canvases.map((c) => bernoulliNats(c, x)) };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const program = defineProgram(demo, {
  data: { digits: readDigits },
  init(_, key): State {
    const weights = initDraw(key, TRAINED, zeros([PIXELS]));
    return { weights, epsilon: normal(fold(key, "epsilon"), [T, COUNT, TRAINED.Z]) };
  },
  weights: {
    of: ({ weights }: State) => weights,
    begin: (state: State, weights) => ({ ...state, weights: weights as Weights }),
  },
  measure: {
    sample(state: State, _settings, _, { digits }) {
      const { divergences, images } = costed(state, digits.images);
      return { divergences: stack(divergences), images: stack(images) };
    },
    evaluate({ divergences, images }, { digit }) {
      const image = (k: number, t: number): number => images.data[t * COUNT + k]!;
      const codes = (k: number): number =>
        Array.from({ length: T }, (_, t) => divergences.data[t * COUNT + k]!).reduce(
          (sum, kl) => sum + kl,
          0,
        );
      const all = Array.from({ length: COUNT }, (_, k) => image(k, T) + codes(k));
      const ofDigit = Array.from({ length: 10 }, (_, d) =>
        meanOf(all.slice(d * EACH, (d + 1) * EACH)),
      );
      const most = Math.max(...ofDigit);
      return {
        before: image(digit, 0),
        image: image(digit, T),
        codes: codes(digit),
        mean: meanOf(all),
        meanCodes: meanOf(all.map((_, k) => codes(k))),
        ones: ofDigit[1]!,
        dearest: ofDigit.indexOf(most),
        most,
      };
    },
  },
  observe(state: State, { digit }, _, { digits }) {
    const cost = once(() => costed(state, digits.images));
    return {
      codes: () => stack(cost().divergences),
      images: () => stack(cost().images),
      canvases: () =>
        reshape(sigmoid(stack(cost().canvases.map((c) => slice(c, [digit, 0], [1, PIXELS])))), [
          T + 1,
          SIDE,
          SIDE,
        ]),
    };
  },
});
