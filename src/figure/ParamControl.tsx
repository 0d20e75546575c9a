import { memo, useId, useState } from "react";
import type { Param } from "../contract/params.ts";
import type { Run } from "../engine/page/run.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Help } from "../ui/Help.tsx";
import { Switch } from "../ui/Switch.tsx";
import { Formula } from "./Formula.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { useRunPart } from "./use-run.ts";

export interface ParamControlProps {
  readonly name: string;
  readonly param: Param<unknown>;
  readonly run: Run;
  onCommit(): void;
}

/** One parameter: its name, its letter, what it does, its control, and the way back to its default. */
export const ParamControl = memo(function ParamControl({
  name,
  param,
  run,
  onCommit,
}: ParamControlProps) {
  const settled = useRunPart(run, (snapshot) => snapshot.values[name] as unknown);
  // A restart for every pixel of a drag would show nothing but beginnings: those wait until the reader lets go.
  const [draft, setDraft] = useState<unknown>(null);
  const value = draft ?? settled;
  const { label, symbol, help, effect, control, fallback } = param;
  const inputId = useId();
  const labelId = useId();
  const helpId = useId();

  const input = (next: unknown): void => {
    if (effect === "restart") setDraft(next);
    else run.set({ [name]: next });
  };
  const commit = (next: unknown): void => {
    setDraft(null);
    if (next !== run.snapshot().values[name]) run.set({ [name]: next });
    onCommit();
  };
  const naming = { id: inputId, labelledBy: labelId, describedBy: helpId };

  return (
    <div className="lp-control" data-kind={control.kind} data-param={name}>
      <div className="lp-control-head">
        <label id={labelId} htmlFor={inputId}>
          {label}
          {symbol !== undefined && (
            <>
              {" "}
              <Formula tex={symbol} />
            </>
          )}
        </label>
        <Help id={helpId} about={label}>
          {help}
        </Help>
        {effect === "restart" && <span className="lp-restarts">restarts</span>}
        <Button
          kind="quiet"
          icon="reset"
          className="lp-default"
          label={`Set ${label} back to ${param.format(fallback)}`}
          inert={value === fallback}
          onPress={() => commit(fallback)}
        >
          default
        </Button>
      </div>
      {control.kind === "slider" && (
        <NumberControl
          {...naming}
          param={param as Param<number>}
          control={control}
          value={value as number}
          onInput={input}
          onCommit={commit}
        />
      )}
      {control.kind === "choice" && (
        <Choice {...naming} options={control.options} value={value as string} onChange={commit} />
      )}
      {control.kind === "switch" && <Switch {...naming} on={value as boolean} onChange={commit} />}
    </div>
  );
});
