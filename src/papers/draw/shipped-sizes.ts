/** Sizes of the trained model: `scripts/recipes/draw-generate.ts`. */
import type { Sizes } from "./first-weights.ts";

export const TRAINED: Sizes = { attention: true, T: 10, H: 128, Z: 20, N: 5 };
