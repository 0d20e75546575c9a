import { memo } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Effect } from "../contract/params.ts";
import type { Run } from "../engine/page/run.ts";
import { ParamControl } from "./ParamControl.tsx";

export interface ControlsProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

const GROUPS: readonly { effect: Effect; legend: string }[] = [
  { effect: "live", legend: "Change while it trains" },
  { effect: "restart", legend: "Change and start anew" },
  { effect: "view", legend: "Change the picture" },
];

/** A control for every parameter, grouped by what changing it does to the run. */
export const Controls = memo(function Controls({ demo, run, onCommit }: ControlsProps) {
  const all = Object.entries(demo.params);
  return (
    <div className="lp-controls">
      {GROUPS.map(({ effect, legend }) => {
        const own = all.filter(([, param]) => param.effect === effect);
        if (own.length === 0) return null;
        return (
          <fieldset key={effect} className="lp-group">
            <legend>{legend}</legend>
            <div className="lp-group-grid">
              {own.map(([name, param]) => (
                <ParamControl key={name} name={name} param={param} run={run} onCommit={onCommit} />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
});
