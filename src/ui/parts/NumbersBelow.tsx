import { formatFixed } from "../format-number.ts";
import { percent, shareOf, type Span } from "./stage-box.ts";
import "./part-sheets.css";

export interface NumbersBelowProps {
  /** Of the stage's box. */
  readonly span: Span;
  /** Whole numbers, away from the ends. */
  readonly numbers: readonly number[];
  readonly label: string;
}

/** Given numbers below a stage. `StageX`, which finds round ones, weighs ten times as much. */
export const NumbersBelow = ({ span, numbers, label }: NumbersBelowProps) => (
  <div className="lp-axis-x" aria-hidden="true">
    <svg>
      {numbers.map((number) => (
        <text key={number} x={percent(shareOf(span, number))} y="13" textAnchor="middle">
          {formatFixed(number, 0)}
        </text>
      ))}
    </svg>
    <span>{label} →</span>
  </div>
);
