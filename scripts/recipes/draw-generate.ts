import { MNIST_FOR_DRAW } from "../data/mnist-for-draw.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "DRAW with attention on MNIST",
  demo: "draw/train",
  ships: "draw/generate",
  settings: { attention: "on", T: "10", H: "128", Z: "20", m: "32" },
  // Long steps find the strokes, shorter ones let them settle.
  changes: [
    { step: 42_000, params: { alpha: "0.001" } },
    { step: 50_000, params: { alpha: "0.0003" } },
    { step: 56_000, params: { alpha: "0.0001" } },
  ],
  seed: 1,
  steps: 60_000,
  precision: "F16",
  batches: 1,
  data: MNIST_FOR_DRAW,
};
