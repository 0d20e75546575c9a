import { useState } from "react";
import type { Param } from "../contract/params.ts";
import { Button } from "../ui/Button.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";

export interface DiceControlProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly param: Param<number>;
  /** Values are whole numbers from 0 to one less. */
  readonly below: number;
  readonly value: number;
  onCommit(value: number): void;
}

/** The number of a draw or a row, and a button that gives another. */
export function DiceControl({ id, param, below, value, onCommit, ...naming }: DiceControlProps) {
  const [said, setSaid] = useState("");
  const another = (): void => {
    const next = (value + 1 + Math.floor(Math.random() * (below - 1))) % below;
    setSaid(`${param.label}: ${next}`);
    onCommit(next);
  };
  return (
    <div className="lp-dice">
      <NumberField
        {...naming}
        id={id}
        text={param.format(value)}
        unit={param.unit}
        parse={(typed) => param.parse(typed)}
        onCommit={onCommit}
        onNudge={(steps) => onCommit((value + steps + below) % below)}
      />
      <Button icon="seed" label={`Another ${param.label}`} inert={below < 2} onPress={another}>
        Another
      </Button>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </div>
  );
}
