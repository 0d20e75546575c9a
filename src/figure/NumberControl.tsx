import type { Control, Param } from "../contract/params.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { Slider } from "../ui/Slider.tsx";
import { nudge } from "../ui/slider-scale.ts";
import { valueText } from "./value-text.ts";

export interface NumberControlProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly param: Param<number>;
  readonly control: Extract<Control, { kind: "slider" }>;
  readonly value: number;
  onInput(value: number): void;
  onCommit(value: number): void;
}

/** A slider to feel the range, and a field beside it for the exact number. */
export function NumberControl({
  id,
  param,
  control,
  value,
  onInput,
  onCommit,
  ...naming
}: NumberControlProps) {
  const scale = { ...control, round: (x: number) => param.parse(String(x)).value };
  const text = param.format(value);
  return (
    <div className="lp-number-control">
      <Slider
        {...naming}
        scale={scale}
        value={value}
        fallback={param.fallback}
        valueText={valueText(param, value)}
        onInput={onInput}
        onCommit={onCommit}
      />
      <NumberField
        {...naming}
        id={id}
        text={text}
        unit={param.unit}
        signed={control.min < 0}
        parse={(typed) => param.parse(typed)}
        onCommit={onCommit}
        onNudge={(steps) => onCommit(nudge(scale, value, steps))}
      />
    </div>
  );
}
