import { allPairs, trainedBy } from "../train/without-episodes.ts";
import type { Recipe } from "../train/recipe.ts";
import { recipe as byEpisodes } from "./matching-glyphs.ts";

export const recipe: Recipe = {
  ...byEpisodes,
  title: "Small network on Glyphs, by all pairs of a batch",
  ships: "matching-networks/rivals",
  trains: trainedBy(allPairs),
};
