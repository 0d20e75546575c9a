/** Recipes by name. */
import { UsageError } from "../machine/usage.ts";
import type { Recipe } from "./recipe.ts";

/** Throws UsageError where not one recipe is named. */
export async function recipeOf(named: readonly string[]): Promise<Recipe> {
  const recipes = import.meta.glob<{ recipe: Recipe }>("../recipes/*.ts");
  const load = recipes[`../recipes/${named[0]}.ts`];
  const names = Object.keys(recipes).map((path) => path.slice("../recipes/".length, -3));
  if (named.length !== 1 || !load) throw new UsageError(`Name one recipe: ${names.join(", ")}.`);
  return (await load()).recipe;
}
