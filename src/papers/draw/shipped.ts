/** The trained models: `scripts/recipes/draw-generate.ts`, `draw-wide.ts` and `draw-without.ts`. */
import type { Key } from "../../math/key.ts";
import { zeros } from "../../math/tensor.ts";
import type { Tree } from "../../math/tree.ts";
import { initDraw, PIXELS, type Sizes, type Weights } from "./first-weights.ts";

export const TRAINED: Sizes = { attention: true, T: 10, H: 128, Z: 20, N: 5 };
/** With longer states, codes and drawings; and without windows, as large in all. */
export const WIDE: Sizes = { attention: true, T: 16, H: 256, Z: 32, N: 5 };
export const WHOLE: Sizes = { attention: false, T: 10, H: 112, Z: 32, N: 5 };

/** What programs have in common that begin from the first one’s weights and never train: their state is the weights. */
export const shipped = {
  init: (_: unknown, key: Key): Weights => initDraw(key, TRAINED, zeros([PIXELS])),
  weights: {
    of: (weights: Weights): Tree => weights,
    begin: (_: Weights, weights: Tree): Weights => weights as Weights,
  },
};
