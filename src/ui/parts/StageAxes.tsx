/** Numbers beside a stage, apart from it: few stages have them. */
import { XAxis, YAxis } from "../Axes.tsx";
import { plainAxis } from "../chart-scale.ts";
import type { Span } from "./stage-box.ts";

export interface StageAxisProps {
  /** Of the stage's box. */
  readonly span: Span;
  readonly label: string;
}

const TICKS = 5;

export const StageX = ({ span: [left, right], label }: StageAxisProps) => (
  <XAxis axis={plainAxis(left, right, TICKS)} label={label} />
);

export const StageY = ({ span: [bottom, top], label }: StageAxisProps) => (
  <YAxis axis={plainAxis(bottom, top, TICKS)} label={label} />
);
