import type { Recipe } from "../train/recipe.ts";
import { recipe as ofFive } from "./matching-context-glyphs.ts";

export const recipe: Recipe = {
  ...ofFive,
  title: "Full context for twenty supports, on the small matching network",
  settings: { N: "20", q: "2" },
};
