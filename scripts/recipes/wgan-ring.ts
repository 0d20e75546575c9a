import { keyOf } from "../../src/math/key.ts";
import { read } from "../../src/math/memory.ts";
import { drawPoints } from "../../src/papers/wgan/points.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "WGAN on the ring of eight Gaussians",
  demo: "wgan/ring",
  settings: {},
  // At the default rate the weights keep moving about a good solution; a tenth of it lets them settle there.
  changes: [{ step: 3000, params: { alpha: "0.0003" } }],
  seed: 1,
  steps: 4000,
  precision: "F16",
  batches: 50,
  data: {
    says: "ring of 8 Gaussians, drawn afresh for each batch",
    sample: () => read(drawPoints("ring", keyOf(0), 4096)),
  },
};
