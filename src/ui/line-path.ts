/** SVG path data of curves and points, in a square of side `SIDE`. */
import { SIDE, type Axis, type Curve } from "./chart-scale.ts";
import { decimate, GAP } from "./decimate.ts";

/** Columns of the decimation: at least the device pixels of the widest chart, about. */
const COLUMNS = 700;

const short = (x: number): number => Math.round(x * 10) / 10;

/** The line, of at most four points a column, and the points without neighbours, which need round caps to be seen. */
export function linePath(curve: Curve, x: Axis, y: Axis): { joined: string; lone: string } {
  const { steps, values } = curve;
  const kept = decimate(steps, values, x.domain[0], x.domain[1], COLUMNS);
  let joined = "";
  let lone = "";
  kept.forEach((i, k) => {
    if (i === GAP) return;
    const place = `${short(SIDE * x.place(steps[i]!))} ${short(SIDE * (1 - y.place(values[i]!)))}`;
    const starts = (kept[k - 1] ?? GAP) === GAP;
    const ends = (kept[k + 1] ?? GAP) === GAP;
    if (starts && ends) lone += `M${place}h0`;
    else joined += `${starts ? "M" : "L"}${place}`;
  });
  return { joined, lone };
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
