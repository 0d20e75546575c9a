import { MNIST_FOR_DRAW } from "../data/mnist-for-draw.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "DRAW without attention on MNIST",
  demo: "draw/train",
  ships: "draw/generate",
  settings: { attention: "off", T: "10", H: "112", Z: "32", m: "32", alpha: "0.002" },
  // Long steps find the strokes, shorter ones let them settle.
  changes: [
    { step: 18_000, params: { alpha: "0.001" } },
    { step: 25_000, params: { alpha: "0.0003" } },
    { step: 28_500, params: { alpha: "0.0001" } },
  ],
  seed: 1,
  steps: 30_000,
  precision: "F16",
  batches: 1,
  data: MNIST_FOR_DRAW,
};
