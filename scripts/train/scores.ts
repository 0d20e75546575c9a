/** A demo's measures on batches that training did not see. */
import type { NDArray } from "../../src/contract/array.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { fromWire } from "../../src/contract/params.ts";
import type { Named } from "../../src/contract/safetensors.ts";
import type { Score } from "../../src/contract/weights.ts";
import { withWeights } from "../../src/engine/first-state.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { dispose, read, retain, scope } from "../../src/math/memory.ts";
import type { Tensor } from "../../src/math/tensor.ts";
import type { Tree } from "../../src/math/tree.ts";
import type { Recipe } from "./recipe.ts";
import { settingsOf } from "./training.ts";

/** 97.5th percentile of the normal distribution; with 50 batches Student’s is 2 % larger. */
const NORMAL_975 = 1.96;

/** Each measure’s mean over the batches and the 95 % interval of that mean. */
export async function scoresOf(
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
  const columns: Record<string, number[]> = {};
  for (let i = 0; i < recipe.batches; i++) {
    const samples: Record<string, Tensor> = scope(() =>
      program.measure.sample(state, values, fold(root, i)),
    );
    const arrays: Record<string, NDArray> = {};
    for (const [name, sample] of Object.entries(samples)) arrays[name] = await read(sample);
    dispose(samples);
    const measured: Record<string, number> = program.measure.evaluate(arrays, values);
    for (const [name, value] of Object.entries(measured)) (columns[name] ??= []).push(value);
  }
  dispose(state);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      scoreOf(demo.measures[name]!.label, column),
    ]),
  );
}

function scoreOf(label: string, column: readonly number[]): Score {
  const batches = column.length;
  const mean = column.reduce((sum, x) => sum + x, 0) / batches;
  const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (batches - 1);
  const reach = NORMAL_975 * Math.sqrt(variance / batches);
  const round = (x: number): number => Number(x.toPrecision(4));
  return {
    label,
    mean: round(mean),
    interval: [round(mean - reach), round(mean + reach)],
    batches,
  };
}
