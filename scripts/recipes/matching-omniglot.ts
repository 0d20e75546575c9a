import { splitCharacters } from "../../src/data/characters.ts";
import { readOmniglot, sampleDrawings, trainingOn } from "../data/omniglot.ts";
import type { Recipe } from "../train/recipe.ts";

/** Characters of training, as in arXiv:1606.04080v1, section 4.1.1; the other 423 are for testing. */
const TRAINED = 1200;

export const recipe: Recipe = {
  title: "Matching network on Omniglot",
  demo: "matching-networks/episode",
  settings: { N: "20", k: "1", q: "5", channels: "64" },
  // More classes than the test has make a harder lesson.
  changes: [
    { step: 12_000, params: { alpha: "0.0005" } },
    { step: 16_500, params: { alpha: "0.0002" } },
    { step: 20_000, params: { alpha: "0.00005" } },
  ],
  seed: 1,
  steps: 22_000,
  precision: "F16",
  batches: 200,
  data: {
    says: "Omniglot: 1,200 characters drawn by lot, each turned by quarters as four classes, 20 drawings of each; the scores are of the other 423, upright",
    sample: async () => sampleDrawings(readOmniglot()),
    read: async () => ({ glyphs: splitCharacters(trainingOn(TRAINED, readOmniglot())) }),
  },
};
