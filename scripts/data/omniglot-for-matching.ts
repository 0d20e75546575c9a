/** Omniglot as the recipes of Matching Networks for the paper's Table 1 have it. */
import { splitCharacters } from "../../src/data/characters.ts";
import type { RecipeData } from "../train/recipe.ts";
import { readOmniglot, sampleDrawings, trainingOn } from "./omniglot.ts";

/** Characters of training, as in arXiv:1606.04080v1, section 4.1.1; the other 423 are for testing. */
const TRAINED = 1200;

export const OMNIGLOT_FOR_MATCHING = {
  says: "Omniglot: 1,200 characters drawn by lot, each turned by quarters as four classes, 20 drawings of each; the scores are of the other 423, upright",
  sample: async () => sampleDrawings(readOmniglot()),
  read: async () => ({ glyphs: splitCharacters(trainingOn(TRAINED, readOmniglot())) }),
} satisfies RecipeData;
