/** A demo's dear numbers: of one batch, and as scores over several batches that training did not see. */
import type { NDArray } from "../contract/array.ts";
import type { Demo } from "../contract/demo.ts";
import type { Score } from "../contract/weights.ts";
import { fold, type Key } from "../math/key.ts";
import { dispose, read, scope } from "../math/memory.ts";
import type { Tensor } from "../math/tensor.ts";
import type { Tree } from "../math/tree.ts";
import type { AnyProgram } from "./program.ts";

type Values = Readonly<Record<string, unknown>>;

/** 97.5th percentile of the normal distribution; with 50 batches Student’s is 2 % larger, with 20 it is 7 %. */
const NORMAL_975 = 1.96;

/** The measures of one batch, which `key` draws. */
export async function measuresOf(
  program: AnyProgram,
  state: Tree,
  values: Values,
  key: Key,
): Promise<Record<string, number>> {
  const samples: Record<string, Tensor> = scope(() => program.measure.sample(state, values, key));
  const arrays: Record<string, NDArray> = {};
  for (const [name, sample] of Object.entries(samples)) arrays[name] = await read(sample);
  dispose(samples);
  return program.measure.evaluate(arrays, values);
}

/** Each measure’s mean over the batches and the 95 % interval of that mean. */
export async function scoresOf(
  { measures }: Demo,
  program: AnyProgram,
  state: Tree,
  values: Values,
  key: Key,
  batches: number,
): Promise<Record<string, Score>> {
  const columns: Record<string, number[]> = {};
  for (let i = 0; i < batches; i++) {
    const measured = await measuresOf(program, state, values, fold(key, i));
    for (const [name, value] of Object.entries(measured)) (columns[name] ??= []).push(value);
  }
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, scoreOf(measures[name]!.label, column)]),
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
