import { useId, useRef } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { closeWhenLeft } from "../ui/close-popover.ts";
import { placePopover } from "../ui/place-popover.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { choose } from "./choose.ts";
import { matchingPreset } from "./preset-values.ts";
import { useRunPart } from "./use-run.ts";

/** So many stand in a row; the others wait behind a button. */
const IN_A_ROW = 4;

export interface PresetsProps {
  readonly demo: Demo;
  readonly run: Run;
  /** Id of the sentence on what to see. */
  readonly saysId: string;
  onCommit(): void;
}

/** Settings worth seeing, one press each. Where nothing is under way, a press also runs them. */
export function Presets({ demo, run, saysId, onCommit }: PresetsProps) {
  const current = useRunPart(run, ({ values }) => matchingPreset(demo, values));
  const labelId = useId();
  const moreId = useId();
  const more = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const names = Object.keys(demo.presets ?? {});
  if (names.length === 0) return null;
  const row = names.slice(0, names.length > IN_A_ROW ? IN_A_ROW : undefined);
  const others = names.slice(row.length);

  const press = (preset: string): void => {
    menu.current?.hidePopover();
    const { phase } = run.snapshot();
    choose(demo, run, { preset });
    if (demo.steps && phase !== "training" && phase !== "starting" && phase !== "paused") {
      // A run that ended would go on from its end.
      if (phase !== "idle") run.reset();
      run.play();
    }
    onCommit();
  };
  const button = (name: string) => (
    <Button
      key={name}
      className="lp-preset"
      pressed={name === current}
      describedBy={name === current ? saysId : undefined}
      onPress={() => press(name)}
    >
      {demo.presets![name]!.label}
    </Button>
  );

  return (
    <div className="lp-presets">
      <span id={labelId} className="lp-presets-label">
        Try
      </span>
      <fieldset aria-labelledby={labelId} className="lp-presets-row">
        {row.map(button)}
        {others.length > 0 && (
          <>
            <button
              ref={more}
              type="button"
              className="lp-button lp-button-plain lp-presets-more"
              popoverTarget={moreId}
              onBlur={closeWhenLeft}
              data-current={current !== null && others.includes(current)}
            >
              {current !== null && others.includes(current) ? (
                <>
                  <VisuallyHidden>More: </VisuallyHidden>
                  {demo.presets![current]!.label}
                </>
              ) : (
                "More"
              )}
            </button>
            <div
              ref={menu}
              id={moreId}
              popover="auto"
              className="lp-popover lp-presets-others"
              onBlur={closeWhenLeft}
              onToggle={({ newState, currentTarget }) => {
                if (newState === "open" && more.current) placePopover(currentTarget, more.current);
              }}
            >
              {others.map(button)}
            </div>
          </>
        )}
      </fieldset>
    </div>
  );
}
