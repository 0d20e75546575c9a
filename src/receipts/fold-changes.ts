/** The fewest changes that make a run the same: one a step, of the newest values. */
import type { StepChange } from "./receipt.ts";

/**
 * `changes` in the order of their steps, those of one step as one. Later entries of a step win, as they do in a worker.
 * Names are in order, so that equal changes are equal as JSON.
 */
export function foldChanges(changes: readonly StepChange[]): StepChange[] {
  const steps = new Map<number, Record<string, string>>();
  for (const { step, params } of changes) steps.set(step, { ...steps.get(step), ...params });
  return [...steps]
    .toSorted(([a], [b]) => a - b)
    .map(([step, params]) => ({
      step,
      params: Object.fromEntries(
        Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
      ),
    }));
}
