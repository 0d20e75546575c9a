import { MNIST_FOR_DRAW } from "../data/mnist-for-draw.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "DRAW with attention on MNIST, wide",
  demo: "draw/train",
  ships: "draw/generate",
  settings: { attention: "on", T: "16", H: "256", Z: "32", m: "32", alpha: "0.002" },
  // Long steps find the strokes, shorter ones let them settle.
  changes: [
    { step: 28_000, params: { alpha: "0.001" } },
    { step: 38_000, params: { alpha: "0.0003" } },
    { step: 43_000, params: { alpha: "0.0001" } },
  ],
  seed: 1,
  steps: 46_000,
  precision: "F16",
  batches: 1,
  data: MNIST_FOR_DRAW,
};
