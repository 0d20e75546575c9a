import { OMNIGLOT_FOR_MATCHING } from "../data/omniglot-for-matching.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Prototypical network on Omniglot",
  demo: "matching-networks/episode",
  settings: { compare: "prototypes", N: "20", k: "1", q: "5", channels: "64" },
  // The episodes of matching-omniglot, at its rates for the same shares of fewer steps.
  changes: [
    { step: 2300, params: { alpha: "0.0005" } },
    { step: 3100, params: { alpha: "0.0002" } },
    { step: 3700, params: { alpha: "0.00005" } },
  ],
  seed: 1,
  steps: 4000,
  precision: "F16",
  batches: 25,
  data: OMNIGLOT_FOR_MATCHING,
};
