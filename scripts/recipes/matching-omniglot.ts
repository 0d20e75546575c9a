import { OMNIGLOT_FOR_MATCHING } from "../data/omniglot-for-matching.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Matching network on Omniglot",
  demo: "matching-networks/episode",
  settings: { N: "20", k: "1", q: "5", channels: "64" },
  // More classes than the test has make a harder lesson.
  changes: [
    { step: 12_000, params: { alpha: "0.0005" } },
    { step: 16_500, params: { alpha: "0.0002" } },
    { step: 20_000, params: { alpha: "0.00005" } },
  ],
  seed: 1,
  steps: 22_000,
  precision: "F16",
  batches: 200,
  data: OMNIGLOT_FOR_MATCHING,
};
