import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Small matching network on Glyphs",
  demo: "matching-networks/episode",
  settings: { N: "20", k: "1", q: "2" },
  changes: [{ step: 5000, params: { alpha: "0.0002" } }],
  seed: 1,
  steps: 6500,
  precision: "F16",
  batches: 50,
  data: {
    says: "Glyphs: 890 characters of 23 scripts, each turned by quarters as four classes, 20 simulated drawers; the scores are of 436 characters of 12 other scripts, upright",
  },
};
