/** Why settings that ask for trained weights do without. */
import type { Demo } from "../contract/demo.ts";
import { weightsFile } from "../contract/trained.ts";
import { askingRun } from "./asking-run.ts";

/** A sentence, or nothing where the weights fit or none are asked for. */
export function misfit(demo: Demo, values: Readonly<Record<string, unknown>>): string {
  const asking = askingRun(demo, values);
  if (!asking || weightsFile(demo, asking.settings) !== undefined) return "";
  const fitting = Object.entries(asking.weights.fits ?? {}).map(([name, value]) => {
    const { label, control, format } = demo.params[name]!;
    const text = format(value);
    const option = control.kind === "choice" && control.options.find((each) => each.value === text);
    return `${label}: ${option ? option.label : text}`;
  });
  return `The trained weights are for ${fitting.join(", ")}. With these settings a run begins from random weights.`;
}
