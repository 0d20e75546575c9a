/** Axes of a line chart: what range they show and how a number becomes a place on them. */
import { nice, ticks as roundNumbers } from "d3-array";
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

/** The horizontal axis ends at one of these times a power of ten, so that it stands still between jumps. */
const ROUND_ENDS = [1, 2, 5, 10];
const SHORTEST = 10;

/** End of the step axis: round, above every step, no more than `stopAt` unless the run went on. */
export function lastStep(curves: readonly Curve[], stopAt: number): number {
  const reached = Math.max(0, ...curves.map(({ steps }) => steps[steps.length - 1] ?? 0));
  const power = 10 ** Math.floor(Math.log10(Math.max(reached, SHORTEST)));
  const round = ROUND_ENDS.map((factor) => factor * power).find((end) => end >= reached)!;
  return Math.max(Math.min(round, stopAt), reached, 1);
}

interface Range {
  readonly low: number;
  readonly high: number;
  /** Every value is a whole number: a count, whose axis has no use for fractions. */
  readonly whole: boolean;
}

/** Curves with at least this many points may leave the chart at their rarest values ... */
const LONG = 200;
/** ... which are this share of them at either end: one spike of a noisy curve must not flatten all the rest. */
const RARE = 0.01;
/** Values that are looked at to find the rare ones. */
const SAMPLES = 600;

/** Smallest and largest values to be shown, or null when there is none. */
function extent(curves: readonly Curve[]): Range | null {
  let low = Infinity;
  let high = -Infinity;
  let whole = true;
  for (const { values } of curves) {
    const stride = values.length >= LONG ? Math.ceil(values.length / SAMPLES) : 1;
    const seen: number[] = [];
    for (let i = 0; i < values.length; i += stride) {
      const value = values[i]!;
      if (!Number.isFinite(value)) continue;
      seen.push(value);
      whole &&= Number.isInteger(value);
    }
    if (seen.length === 0) continue;
    seen.sort((a, b) => a - b);
    const rare = values.length >= LONG ? Math.floor(seen.length * RARE) : 0;
    low = Math.min(low, seen[rare]!);
    high = Math.max(high, seen[seen.length - 1 - rare]!);
  }
  return low <= high ? { low, high, whole } : null;
}

/** A constant has no range of its own: it gets a tenth of itself on either side, counts at least one. */
function widened({ low, high, whole }: Range): [number, number] {
  // A range below the resolution of 32-bit floats is rounding, not a change.
  if (high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-6) return [low, high];
  const margin =
    (whole ? Math.max(1, Math.round(Math.abs(high) * 0.1)) : Math.abs(high) * 0.1) || 1;
  return [low - margin, high + margin];
}

/** The vertical axis: at fixed bounds, or from round number to round number around what the curves reach. */
export function valueAxis(
  curves: readonly Curve[],
  { bounds, count }: { readonly bounds?: readonly [number, number]; readonly count: number },
): Axis {
  const seen = extent(curves);
  const [from, to] = seen ? widened(seen) : [0, 1];
  const [low, high] = bounds ?? nice(from, to, count);
  // Numbers on an empty axis would be made up.
  const all = seen || bounds ? roundNumbers(low, high, count) : [];
  return axis(low, high, seen?.whole ? all.filter(Number.isInteger) : all);
}

/** An axis over fixed bounds, whose labels are at round numbers. */
export const plainAxis = (low: number, high: number, count: number): Axis =>
  axis(low, high, roundNumbers(low, high, count));

function axis(low: number, high: number, ticks: readonly number[]): Axis {
  const texts = formatTicks(ticks);
  return {
    domain: [low, high],
    ticks: ticks.map((at, i) => ({ at, text: texts[i]! })),
    place: (value) => (value - low) / (high - low),
  };
}
