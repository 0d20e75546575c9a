import { fixedByBranches } from "../contract/branches.ts";
import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { setInView } from "./set-in-view.ts";
import { useRunPart } from "./use-run.ts";
import { valueText } from "./value-text.ts";

export interface PrintedSettingsProps {
  readonly demo: Demo;
  readonly run: Run;
}

/** What a figure is set to, for paper: there no control says it. */
export function PrintedSettings({ demo, run }: PrintedSettingsProps) {
  const values = useRunPart(run, (snapshot) => snapshot.values) as Readonly<
    Record<string, unknown>
  >;
  const seed = useRunPart(run, (snapshot) => snapshot.seed);
  const fixed = fixedByBranches(demo);
  const said = Object.entries(demo.params)
    .filter(([name, param]) => !fixed.has(name) && !setInView(param))
    .map(([name, param]) => `${param.label}: ${valueText(param, values[name])}`);
  if (demo.steps) said.push(`seed: ${seed}`);
  return <p className="lp-printed">{said.join("; ")}</p>;
}
