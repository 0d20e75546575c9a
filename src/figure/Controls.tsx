import { memo } from "react";
import { fixedByBranches } from "../contract/branches.ts";
import type { Demo } from "../contract/demo.ts";
import type { Effect } from "../contract/params.ts";
import type { Run } from "../engine/page/held-run.ts";
import { ParamControl } from "./ParamControl.tsx";
import { onlyInView } from "./set-in-view.ts";

export interface ControlsProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

interface Group {
  readonly legend: string;
  readonly effects: readonly Effect[];
}

const GROUPS: readonly Group[] = [
  { legend: "Change while it runs", effects: ["live"] },
  { legend: "Change and start anew", effects: ["restart"] },
  { legend: "Change the picture", effects: ["view"] },
];
/** Without steps every change computes anew, and that is all that it does. */
const ONE_GROUP: readonly Group[] = [{ legend: "Settings", effects: ["live", "restart", "view"] }];

/** A control for every parameter that is the reader's, grouped by what changing it does to the run. */
export const Controls = memo(function Controls({ demo, run, onCommit }: ControlsProps) {
  const { params, steps } = demo;
  const fixed = fixedByBranches(demo);
  // Names alone come last: between controls they would leave holes.
  const all = Object.entries(params)
    .filter(([name]) => !fixed.has(name))
    .toSorted(([, a], [, b]) => Number(onlyInView(a)) - Number(onlyInView(b)));
  if (all.length === 0) return null;
  return (
    <div className="lp-controls">
      {(steps ? GROUPS : ONE_GROUP).map(({ legend, effects }) => {
        const own = all.filter(([, { effect }]) => effects.includes(effect));
        if (own.length === 0) return null;
        return (
          <fieldset key={legend} className="lp-group">
            <legend>{legend}</legend>
            <div className="lp-group-grid">
              {own.map(([name, param]) => (
                <ParamControl
                  key={name}
                  name={name}
                  param={param}
                  run={run}
                  restarts={steps !== undefined && param.effect === "restart"}
                  onCommit={onCommit}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
});
