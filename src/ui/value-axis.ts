/** The vertical axis of a line chart: what range it shows. */
import { nice, ticks as roundNumbers } from "d3-array";
import { axisWith, type Axis, type Curve } from "./chart-scale.ts";

interface Range {
  readonly low: number;
  readonly high: number;
  /** Every value is a whole number: a count, whose axis has no use for fractions. */
  readonly whole: boolean;
}

/** A curve whose values may leave the chart where they are rare; how rare depends on whether it is noisy. */
export interface RangedCurve extends Curve {
  readonly noisy?: boolean;
}

/** Values at either end that may be beyond the edge, as a share, of curves with at least so many points: one spike must not flatten
 * all the rest. */
const RARE = { plain: { share: 0.01, from: 200 }, noisy: { share: 0.05, from: 20 } };
/** Values that are looked at to find the rare ones. */
const SAMPLES = 400;

/** Smallest and largest values to be shown, or null when there is none. */
function extent(curves: readonly RangedCurve[]): Range | null {
  let low = Infinity;
  let high = -Infinity;
  let whole = true;
  for (const { values, noisy } of curves) {
    const { share, from } = noisy ? RARE.noisy : RARE.plain;
    const long = values.length >= from;
    const stride = long ? Math.ceil(values.length / SAMPLES) : 1;
    const seen: number[] = [];
    for (let i = 0; i < values.length; i += stride) {
      const value = values[i]!;
      if (!Number.isFinite(value)) continue;
      seen.push(value);
      whole &&= Number.isInteger(value);
    }
    if (seen.length === 0) continue;
    const sorted = Float64Array.from(seen).sort();
    const rare = long ? Math.floor(sorted.length * share) : 0;
    low = Math.min(low, sorted[rare]!);
    high = Math.max(high, sorted[sorted.length - 1 - rare]!);
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

export interface ValueAxisOptions {
  readonly bounds?: readonly [number, number];
  readonly count: number;
  /** What the axis has shown before, and goes on to show. */
  readonly least?: readonly [number, number];
}

/** Every other one where there are so many that they would touch in a low chart. */
const apart = (ticks: readonly number[], count: number): readonly number[] =>
  ticks.length > count + 1 ? ticks.filter((_, i) => i % 2 === 0) : ticks;

/** The vertical axis: at fixed bounds, or from round number to round number around what the curves reach. */
export function valueAxis(
  curves: readonly RangedCurve[],
  { bounds, count, least }: ValueAxisOptions,
): Axis {
  const seen = extent(curves);
  let [from, to] = seen ? widened(seen) : [0, 1];
  if (least && seen) [from, to] = [Math.min(from, least[0]), Math.max(to, least[1])];
  const [low, high] = bounds ?? nice(from, to, count);
  // Numbers on an empty axis would be made up.
  const all = seen || bounds ? roundNumbers(low, high, count) : [];
  return axisWith(low, high, apart(seen?.whole ? all.filter(Number.isInteger) : all, count));
}
