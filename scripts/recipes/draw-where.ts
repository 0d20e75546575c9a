import { samplePictures, wholeMnist } from "../data/whole-mnist.ts";
import type { Recipe } from "../train/recipe.ts";

export const recipe: Recipe = {
  title: "A window that finds a digit in clutter",
  demo: "draw/where-to-look",
  settings: { start: "fresh", alpha: "0.004" },
  // Long steps find the digit, shorter ones learn to read it.
  changes: [
    { step: 25_000, params: { alpha: "0.001" } },
    { step: 33_000, params: { alpha: "0.0002" } },
  ],
  seed: 1,
  steps: 36_000,
  precision: "F16",
  batches: 1,
  data: {
    says: "MNIST: 60,000 training digits, laid out afresh in each step at random places of 60 × 60 pixels among four pieces of others; scores on the 10,000 test digits, laid out once",
    sample: async () => samplePictures(wholeMnist().train),
    async read() {
      return { digits: wholeMnist() };
    },
  },
};
