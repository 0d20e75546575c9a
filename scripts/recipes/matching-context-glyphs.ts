import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "Full context for five supports, on the small matching network",
  demo: "matching-networks/context",
  ships: "matching-networks/grow",
  settings: { N: "5", q: "5" },
  begins: "weights/matching-glyphs.safetensors",
  changes: [{ step: 4000, params: { alpha: "0.0002" } }],
  seed: 1,
  steps: 5000,
  precision: "F16",
  batches: 50,
  data: {
    says: "Glyphs: 890 characters of 23 scripts, each turned by quarters as four classes, 20 simulated drawers; the scores are of 436 characters of 12 other scripts, upright",
  },
};
