/** Why settings that ask for trained weights do without. */
import type { Demo } from "../contract/demo.ts";
import { weightsFile } from "../contract/trained.ts";
import { askingRun } from "./asking-run.ts";
import { valueText } from "./value-text.ts";

/** A sentence, or nothing where the weights fit or none are asked for. */
export function misfit(demo: Demo, values: Readonly<Record<string, unknown>>): string {
  const asking = askingRun(demo, values);
  if (!asking || weightsFile(demo, asking.settings) !== undefined) return "";
  const fitting = Object.entries(asking.weights.fits ?? {}).map(([name, value]) => {
    const param = demo.params[name]!;
    return `${param.label}: ${valueText(param, value)}`;
  });
  return `The trained weights are for ${fitting.join(", ")}. With these settings a run begins from random weights.`;
}
