import { useId } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { choose } from "./choose.ts";
import { matchingPreset } from "./preset-values.ts";
import { useRunPart } from "./use-run.ts";

export interface PresetsProps {
  readonly demo: Demo;
  readonly run: Run;
  onCommit(): void;
}

/** Settings worth seeing, one press each, with what to look for. */
export function Presets({ demo, run, onCommit }: PresetsProps) {
  const values = useRunPart(run, (snapshot) => snapshot.values);
  const current = matchingPreset(demo, values);
  const labelId = useId();
  const saysId = useId();
  const presets = Object.entries(demo.presets ?? {});
  if (presets.length === 0) return null;

  const press = (preset: string): void => {
    choose(demo, run, { preset });
    onCommit();
  };

  return (
    <div className="lp-presets">
      <span id={labelId} className="lp-presets-label">
        Try
      </span>
      <fieldset aria-labelledby={labelId} className="lp-presets-row">
        {presets.map(([name, preset]) => (
          <Button
            key={name}
            className="lp-preset"
            pressed={name === current}
            describedBy={name === current ? saysId : undefined}
            onPress={() => press(name)}
          >
            {preset.label}
          </Button>
        ))}
      </fieldset>
      {/* All sentences lie in one cell and the current one shows: the room is that of the longest, always. */}
      <p className="lp-says">
        {presets.map(([name, { says }]) => (
          <span key={name} id={name === current ? saysId : undefined} data-shown={name === current}>
            {says}
          </span>
        ))}
        <span data-shown={current === null}>Your own settings.</span>
      </p>
    </div>
  );
}
