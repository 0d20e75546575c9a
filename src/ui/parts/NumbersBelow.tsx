import { formatFixed } from "../format-number.ts";
import { percent, shareOf, type Span } from "./stage-box.ts";
import "./part-sheets.css";

export interface NumbersBelowProps {
  /** Of the stage's box. */
  readonly span: Span;
  /** Away from the ends. */
  readonly numbers: readonly number[];
  readonly label: string;
  /** Where a number stands on the stage, if not at itself. */
  place?(number: number): number;
}

/** Given numbers below a stage. `StageX`, which finds round ones, weighs ten times as much. */
export const NumbersBelow = ({ span, numbers, label, place }: NumbersBelowProps) => (
  <div className="lp-axis-x" aria-hidden="true">
    <svg>
      {numbers.map((number) => (
        <text
          key={number}
          x={percent(shareOf(span, place?.(number) ?? number))}
          y="13"
          textAnchor="middle"
        >
          {formatFixed(number, number % 1 === 0 ? 0 : 1)}
        </text>
      ))}
    </svg>
    <span>{label} →</span>
  </div>
);
