import { OMNIGLOT_FOR_MATCHING } from "../data/omniglot-for-matching.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Prototypical network on Omniglot",
  demo: "matching-networks/episode",
  settings: { compare: "prototypes", N: "20", k: "1", q: "5", channels: "64" },
  // The episodes and the rates of matching-omniglot, but three quarters as many.
  changes: [
    { step: 12_000, params: { alpha: "0.0005" } },
    { step: 14_600, params: { alpha: "0.0002" } },
    { step: 15_800, params: { alpha: "0.00005" } },
  ],
  seed: 1,
  steps: 16_400,
  precision: "F16",
  batches: 200,
  data: OMNIGLOT_FOR_MATCHING,
};
