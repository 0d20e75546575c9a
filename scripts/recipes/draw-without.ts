import { samplePictures, wholeMnist } from "../data/whole-mnist.ts";
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
  data: {
    says: "MNIST: 60,000 training images, each pixel black or white afresh by its grey; scores on the 10,000 test images",
    sample: async () => samplePictures(wholeMnist().train),
    async read() {
      const { train, test } = wholeMnist();
      return { digits: { train: train.images, test: test.images } };
    },
  },
};
