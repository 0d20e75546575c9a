import type { ReactNode } from "react";
import type { ChartDrawing } from "./chart-drawing.ts";
import { Swatch } from "./Legend.tsx";
import type { Tone } from "./tone.ts";

export interface EndName {
  readonly label: string;
  readonly symbol?: ReactNode;
  readonly tone: Tone;
  readonly dash: number;
  readonly value: string;
}

/** Letters of a name for which there is room beside its value, by how many there are. */
const ROOM = { few: 24, many: 14 };
const FEW = 2;
const MOST = 4;

/** Whether names can stand at the ends of their lines; else they need a legend. */
export const fitsAtEnd = (names: readonly EndName[]): boolean =>
  names.length <= MOST &&
  names.every(({ label }) => label.length <= (names.length <= FEW ? ROOM.few : ROOM.many));

/** Names of lines with a value each, at the right edge beside where the line is. */
export function EndNames({
  names,
  drawing,
}: {
  readonly names: readonly EndName[];
  readonly drawing: ChartDrawing;
}) {
  return (
    // Percentages of an SVG need no measuring, and no style in the page.
    <svg className="lp-ends" aria-hidden="true">
      {names.map(({ label, symbol, tone, dash, value }, i) => (
        <foreignObject
          key={label}
          y={`${100 * (1 - drawing.lines[i]!.name)}%`}
          width="100%"
          height="16"
        >
          <div className={`lp-end lp-tone-${tone}`}>
            {names.length > 1 && <Swatch mark="line" tone={tone} dash={dash} />}
            <span>
              {label}
              {symbol !== undefined && <> {symbol}</>} <b>{value}</b>
            </span>
          </div>
        </foreignObject>
      ))}
    </svg>
  );
}
