/** A demo's measures with finished weights, on batches that training did not see. */
import { fromWire } from "../../src/contract/params.ts";
import type { Named } from "../../src/contract/weights.ts";
import type { Score } from "../../src/contract/weights.ts";
import { withWeights } from "../../src/engine/first-state.ts";
import { scoresOf } from "../../src/engine/scoring.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { dispose, retain, scope } from "../../src/math/memory.ts";
import type { Tree } from "../../src/math/tree.ts";
import type { Prepared } from "./prepared.ts";
import { settingsOf } from "./training.ts";

export async function scoresOfWeights(
  { recipe, demo, program, files }: Prepared,
  tensors: Named,
): Promise<Record<string, Score>> {
  const { values } = fromWire(demo.params, settingsOf(demo, recipe));
  const root = fold(keyOf(recipe.seed), "score");
  const data = await files.data(demo, program);
  const state = scope(() => {
    const fresh = program.init(values, root, data) as Tree;
    return retain(withWeights(program, fresh, { source: { path: demo.id, refuse() {} }, tensors }));
  });
  const scores = await scoresOf({ demo, program, state, values, data }, root, recipe.batches);
  dispose(state);
  return scores;
}
