import { memo } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { mainControls } from "./main-controls.ts";
import { ParamControl } from "./ParamControl.tsx";

export interface MainControlsProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

/** The few controls that are always in view with the picture. */
export const MainControls = memo(function MainControls({ demo, run, onCommit }: MainControlsProps) {
  const names = mainControls(demo);
  if (names.length === 0) return null;
  return (
    <fieldset className="lp-main" aria-label="Main settings">
      {names.map((name) => {
        const param = demo.params[name]!;
        return (
          <ParamControl
            key={name}
            name={name}
            param={param}
            run={run}
            restarts={demo.steps !== undefined && param.effect === "restart"}
            onCommit={onCommit}
          />
        );
      })}
    </fieldset>
  );
});
