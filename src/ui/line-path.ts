/** SVG path data of curves and points, in a square of side `SIDE`. */
import { SIDE, type Axis, type Curve } from "./chart-scale.ts";
import { decimate, GAP } from "./decimate.ts";
import type { Band } from "./end-labels.ts";

/** Columns of the decimation: about the pixels of a chart. */
const COLUMNS = 360;
/** Marks of values beyond an edge are at least this share of the chart apart. */
const MARKS_APART = 0.025;

export interface LinePath {
  readonly joined: string;
  /** Points without neighbours, which need round caps to be seen. */
  readonly lone: string;
  /** Where values lie beyond the upper and the lower edge, as shares of the width. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** The line, of at most four points a column. */
export function linePath(curve: Curve, x: Axis, y: Axis): LinePath {
  const { steps, values } = curve;
  const [low, high] = y.domain;
  const kept = decimate(steps, values, x.domain[0], x.domain[1], COLUMNS);
  const above: number[] = [];
  const below: number[] = [];
  let joined = "";
  let lone = "";
  let starts = true;
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!;
    if (i === GAP) {
      starts = true;
      continue;
    }
    const value = values[i]!;
    const across = x.place(steps[i]!);
    if (value > high) mark(above, across);
    if (value < low) mark(below, across);
    const px = Math.round(SIDE * across);
    const py = Math.round(SIDE * (1 - y.place(value)));
    if (starts && (kept[k + 1] ?? GAP) === GAP) lone += `M${px} ${py}h0`;
    else joined += `${starts ? "M" : "L"}${px} ${py}`;
    starts = false;
  }
  return { joined, lone, above, below };
}

function mark(marks: number[], at: number): void {
  if (marks.length === 0 || at - marks.at(-1)! >= MARKS_APART) marks.push(at);
}

/** What a curve covers of the height from a share of the width on, both from 0 to 1; null where it does not get so far. */
export function bandOf({ steps, values }: Curve, x: Axis, y: Axis, from: number): Band | null {
  const start = x.domain[0] + from * (x.domain[1] - x.domain[0]);
  if (!(steps[steps.length - 1]! >= start)) return null;
  let low = Infinity;
  let high = -Infinity;
  // With the point before: the line from it comes in.
  for (let i = Math.max(0, indexAt(steps, start)); i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [y.place(low), y.place(high)] : null;
}

/** Full-height hairlines at the given steps. */
export function hairlines(steps: readonly number[], x: Axis): string {
  let path = "";
  let previous = Number.NaN;
  for (const step of steps) {
    // Many changes within one pixel are one line.
    const at = Math.round(SIDE * x.place(step));
    if (at !== previous && at >= 0 && at <= SIDE) path += `M${at} 0V${SIDE}`;
    previous = at;
  }
  return path;
}

/** Index of the last point at or before `step`, or -1. */
export function indexAt(steps: ArrayLike<number>, step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
