import { defineProgram, once } from "../../../engine/program.ts";
import { broadcastTo } from "../../../math/broadcast.ts";
import { sigmoid, sqrt } from "../../../math/elementwise.ts";
import { fold } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape, stack } from "../../../math/shape.ts";
import { zeros } from "../../../math/tensor.ts";
import { generate } from "../model.ts";
import { initDraw, PIXELS, SIDE, type Weights } from "../weights.ts";
import type { Window } from "../window.ts";
import { COUNT, demo, T } from "./demo.ts";

/** Those of the trained model: `scripts/recipes/draw-generate.ts`. */
const SIZES = { attention: true, T, H: 128, Z: 20, N: 5 };

/** Centre, stride and filter deviation, in pixels: [n, 4]. */
const numbersOf = ({ gX, gY, delta, sigma2 }: Window) =>
  concat(
    [gX, gY, delta, sqrt(sigma2)].map((length) => reshape(length, [-1, 1])),
    1,
  );

export const program = defineProgram(demo, {
  init: (_, key): Weights => initDraw(key, SIZES, zeros([PIXELS])),
  weights: { of: (weights: Weights) => weights, begin: (_: Weights, weights) => weights as Weights },
  observe(weights: Weights, { codes }, key) {
    const steps = once(() =>
      generate(weights, SIZES, normal(fold(fold(key, "z"), codes), [T, COUNT, SIZES.Z])),
    );
    return {
      canvases: () => {
        const first = broadcastTo(weights.c0, [COUNT, PIXELS]);
        const all = stack([first, ...steps().map(({ canvas }) => canvas)]);
        return reshape(sigmoid(all), [T + 1, COUNT, SIDE, SIDE]);
      },
      windows: () => stack(steps().map(({ writing }) => numbersOf(writing!))),
    };
  },
});
