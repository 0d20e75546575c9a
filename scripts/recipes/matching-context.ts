import { OMNIGLOT_FOR_MATCHING } from "../data/omniglot-for-matching.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Full context on a matching network for Omniglot",
  demo: "matching-networks/context",
  settings: { features: "omniglot", N: "20", q: "5" },
  // The network stays as it is; the LSTMs alone are trained.
  begins: "weights/matching-omniglot.safetensors",
  changes: [
    { step: 2000, params: { alpha: "0.0003" } },
    { step: 2700, params: { alpha: "0.0001" } },
  ],
  seed: 1,
  steps: 3000,
  precision: "F16",
  batches: 25,
  data: OMNIGLOT_FOR_MATCHING,
};
