/** What the runs of a figure are set to: the one run, or each of several side by side. */
import type { Demo, TrainedWeights } from "../contract/demo.ts";
import { askedWeights } from "../contract/trained.ts";

type Settings = Readonly<Record<string, unknown>>;

const settingsOfRuns = ({ branches }: Demo, values: Settings): Settings[] =>
  branches ? Object.values(branches).map((branch) => ({ ...values, ...branch.values })) : [values];

/** The first run's settings that ask for trained weights, and those weights. */
export function askingRun(
  demo: Demo,
  values: Settings,
): { readonly settings: Settings; readonly weights: TrainedWeights } | undefined {
  for (const settings of settingsOfRuns(demo, values)) {
    const weights = askedWeights(demo, settings);
    if (weights) return { settings, weights };
  }
  return undefined;
}
