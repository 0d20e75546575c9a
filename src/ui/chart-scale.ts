/** Axes: how a number becomes a place on them, and where their labels stand. */
import { ticks as roundNumbers } from "d3-array";
import { formatTicks } from "./format-number.ts";

/** Curves are drawn in a square of this side, which the browser stretches to the chart's size. */
export const SIDE = 1000;

export interface Curve {
  /** Ascending. */
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** From 0 at the start of the domain to 1 at its end. */
  place(value: number): number;
}

/** An axis over fixed bounds, whose labels are at round numbers. */
export const plainAxis = (low: number, high: number, count: number): Axis =>
  axisWith(low, high, roundNumbers(low, high, count));

/** Room of a number at the very end of an axis: it hangs inward rather than over the edge. */
const EDGE = 0.06;

export const edgeAnchor = (share: number): "start" | "middle" | "end" =>
  share < EDGE ? "start" : share > 1 - EDGE ? "end" : "middle";

/** An axis with labels at these numbers. */
export function axisWith(low: number, high: number, ticks: readonly number[]): Axis {
  const texts = formatTicks(ticks);
  return {
    domain: [low, high],
    ticks: ticks.map((at, i) => ({ at, text: texts[i]! })),
    place: (value) => (value - low) / (high - low),
  };
}
