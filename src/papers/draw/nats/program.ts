import { readDigits } from "../../../data/mnist.ts";
import { defineProgram } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { bernoulli, bernoulliNats } from "../../../math/distributions.ts";
import { sigmoid } from "../../../math/elementwise.ts";
import { fold, keyOf } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { reshape, slice, stack } from "../../../math/shape.ts";
import { tensor } from "../../../math/tensor.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { meanOf } from "../mean-of.ts";
import { infer } from "../model.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { COUNT, demo, T } from "./demo.ts";

/** Draws the bits of the digits: the same for every run. */
const KEY = keyOf(0);
const EACH = 10;

export const program = defineProgram(demo, {
  ...shipped,
  data: { digits: readDigits },
  shared: {
    /** Eqs. (3) to (12) for all digits: 𝓛ᶻ of each step [T, n], and canvases and their 𝓛ˣ before the first step and after each, [T + 1, n, A B] and [T + 1, n]. */
    ledger(weights: Weights, _, key, { digits }) {
      const { data, scale = 1 } = digits.images;
      const grey = tensor(
        Float32Array.from(data, (level) => level * scale),
        [COUNT, PIXELS],
      );
      const x = bernoulli(fold(KEY, "ink"), grey);
      const epsilon = normal(fold(key, "epsilon"), [T, COUNT, TRAINED.Z]);
      const { divergences, steps } = infer(weights, TRAINED, x, epsilon);
      const c0 = broadcastTo(weights.c0, [COUNT, PIXELS]);
      const canvases = [c0, ...steps.map(({ canvas }) => canvas)];
      return {
        divergences: stack(divergences),
        canvases: stack(canvases),
        images: stack(canvases.map((c) => bernoulliNats(c, x))),
      };
    },
  },
  measure: {
    fixed: true,
    sample(_, __, ___, { ledger }) {
      const { divergences, images } = ledger();
      return { divergences, images };
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
  observe: (_, { digit }, __, { ledger }) => ({
    codes: () => ledger().divergences,
    images: () => ledger().images,
    canvases: () =>
      reshape(sigmoid(slice(ledger().canvases, [0, digit, 0], [T + 1, 1, PIXELS])), [
        T + 1,
        SIDE,
        SIDE,
      ]),
  }),
});
