/** What the recipes of DRAW train on. */
import type { RecipeData } from "../train/recipe.ts";
import { samplePictures, wholeMnist } from "./whole-mnist.ts";

export const MNIST_FOR_DRAW: RecipeData = {
  says: "MNIST: 60,000 training images, each pixel black or white afresh by its grey; scores on the 10,000 test images",
  sample: async () => samplePictures(wholeMnist().train),
  async read() {
    const { train, test } = wholeMnist();
    return { digits: { one: () => ({ train: train.images, test: test.images }) } };
  },
};
