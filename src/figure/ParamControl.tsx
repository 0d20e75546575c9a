import { memo, useId } from "react";
import { idles } from "../contract/holds.ts";
import { same, type Param } from "../contract/params.ts";
import type { Run } from "../engine/page/held-run.ts";
import { Button } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { Help } from "../ui/Help.tsx";
import { latePart } from "../ui/late-part.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useSymbolId } from "../ui/symbol-ids.ts";
import { Formula } from "./Formula.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { onlyInView, setInView } from "./set-in-view.ts";
import { useRunPart } from "./use-run.ts";
import { valueText } from "./value-text.ts";

// Few demos have dice. Where they are still on their way the whole figure waits, so that nothing moves.
const DiceControl = latePart("The dice", () =>
  import("./DiceControl.tsx").then((part) => part.DiceControl),
);

export interface ParamControlProps {
  readonly name: string;
  readonly param: Param<unknown>;
  readonly run: Run;
  /** Whether a change begins the run anew, and the reader should know. */
  readonly restarts: boolean;
  onCommit(): void;
}

/** One parameter: its name, its letter, what it does, its control, and the way back to its default. */
export const ParamControl = memo(function ParamControl({
  name,
  param,
  run,
  restarts,
  onCommit,
}: ParamControlProps) {
  const value = useRunPart(run, (snapshot) => snapshot.values[name] as unknown);
  const { label, symbol, help, control, fallback, idle } = param;
  const idling = useRunPart(run, ({ values }) => idles(param, values));
  const symbolId = useSymbolId(symbol);
  const inputId = useId();
  const labelId = useId();
  const helpId = useId();

  const input = (next: unknown): void => run.input({ [name]: next });
  const commit = (next: unknown): void => {
    run.commit({ [name]: next });
    onCommit();
  };
  const naming = { id: inputId, labelledBy: labelId, describedBy: helpId };
  const elsewhere = onlyInView(param);
  const Name = elsewhere ? "span" : "label";

  return (
    <div
      className="lp-control"
      data-kind={control.kind}
      data-param={name}
      data-symbols={symbolId}
      data-idle={idling}
    >
      <div className="lp-control-head">
        <Name id={labelId} className="lp-control-name" htmlFor={elsewhere ? undefined : inputId}>
          {label}
          {symbol !== undefined && (
            <>
              {" "}
              <Formula tex={symbol} />
            </>
          )}
        </Name>
        <Help id={helpId} about={label}>
          {help}
        </Help>
        {setInView(param) && <span className="lp-chip">in the picture</span>}
        {restarts && <span className="lp-chip">restarts</span>}
        {idling && <span className="lp-chip">{idle!.says}</span>}
        <Button
          kind="quiet"
          icon="reset"
          className="lp-default"
          label={`Set ${label} back to ${elsewhere ? "the default" : valueText(param, fallback)}`}
          inert={same(param, value, fallback)}
          onPress={() => commit(fallback)}
        >
          default
        </Button>
      </div>
      {!elsewhere && control.kind === "slider" && (
        <NumberControl
          {...naming}
          param={param as Param<number>}
          control={control}
          value={value as number}
          onInput={input}
          onCommit={commit}
        />
      )}
      {!elsewhere && control.kind === "dice" && (
        <DiceControl
          {...naming}
          param={param as Param<number>}
          below={control.below}
          value={value as number}
          onCommit={commit}
        />
      )}
      {!elsewhere && control.kind === "choice" && (
        <ChoiceField
          {...naming}
          options={control.options}
          value={value as string}
          onChange={commit}
        />
      )}
      {!elsewhere && control.kind === "switch" && (
        <Switch {...naming} on={value as boolean} onChange={commit} />
      )}
    </div>
  );
});
