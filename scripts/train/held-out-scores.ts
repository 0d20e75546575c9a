/** A demo's measures with finished weights, on batches that training did not see. */
import type { Demo } from "../../src/contract/demo.ts";
import { fromWire } from "../../src/contract/params.ts";
import type { Named } from "../../src/contract/weights.ts";
import type { Score } from "../../src/contract/weights.ts";
import { withWeights } from "../../src/engine/first-state.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { scoresOf } from "../../src/engine/scores.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { dispose, retain, scope } from "../../src/math/memory.ts";
import type { Tree } from "../../src/math/tree.ts";
import type { Recipe } from "./recipe.ts";
import { settingsOf } from "./training.ts";

export async function scoresOfWeights(
  recipe: Recipe,
  demo: Demo,
  program: AnyProgram,
  tensors: Named,
): Promise<Record<string, Score>> {
  const { values } = fromWire(demo.params, settingsOf(demo, recipe));
  const root = fold(keyOf(recipe.seed), "score");
  const state = scope(() => {
    const fresh = program.init(values, root, {}) as Tree;
    return retain(withWeights(program, fresh, { path: demo.id, tensors }));
  });
  const scores = await scoresOf(demo, program, state, values, root, recipe.batches);
  dispose(state);
  return scores;
}
