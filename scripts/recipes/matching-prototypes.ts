import { OMNIGLOT_FOR_MATCHING } from "../data/omniglot-for-matching.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Prototypical network on Omniglot",
  demo: "matching-networks/episode",
  settings: { compare: "prototypes", N: "20", k: "1", q: "5", channels: "64" },
  // The episodes and the rates of matching-omniglot, but far fewer steps: what fits in an hour on a busy machine.
  changes: [
    { step: 1700, params: { alpha: "0.0005" } },
    { step: 2050, params: { alpha: "0.0002" } },
    { step: 2300, params: { alpha: "0.00005" } },
  ],
  seed: 1,
  steps: 2400,
  precision: "F16",
  batches: 15,
  data: OMNIGLOT_FOR_MATCHING,
};
