/** A noisy curve with its noise taken out: the median around each of some evenly spaced steps. */
import type { Curve } from "./chart-scale.ts";
import { indexAt } from "./line-path.ts";

/** Medians taken within each half window: more are not seen. */
const CENTRES = 5;

/** Steps on either side of a median in a chart of so many steps: a fortieth of the chart is looked at in one go. */
export const reachOf = (steps: number): number => Math.floor(steps / 80);

/**
 * Makes a function that smooths a curve again each time it has grown, and computes only what is new. Values that are not finite don't
 * count; where there are no others, the median is none either.
 *
 * @returns medians over the steps at most `reach` away, a tenth of that window apart, and the last at the curve's end
 */
export function createRunningMedian(): (curve: Curve, reach: number) => Curve {
  const steps: number[] = [];
  const values: number[] = [];
  /** Medians that nothing still to come can change. */
  let settled = 0;
  let known = { reach: 0, count: 0, step: 0, value: 0 };

  const grew = (curve: Curve, reach: number): boolean => {
    const last = known.count - 1;
    return (
      known.reach === reach &&
      curve.steps[last] === known.step &&
      Object.is(curve.values[last], known.value)
    );
  };

  return (curve, reach) => {
    const count = curve.steps.length;
    if (count === 0) return curve;
    if (!grew(curve, reach)) settled = 0;
    const end = curve.steps[count - 1]!;
    known = { reach, count, step: end, value: curve.values[count - 1]! };

    steps.length = values.length = settled;
    const between = Math.max(1, Math.round(reach / CENTRES));
    let at = settled > 0 ? steps[settled - 1]! + between : curve.steps[0]!;
    for (; at < end; at += between) {
      steps.push(at);
      values.push(median(curve, at - reach, at + reach));
      if (at + reach < end) settled = steps.length;
    }
    steps.push(end);
    values.push(median(curve, end - reach, end));
    return { steps: steps.slice(), values: values.slice() };
  };
}

/** Median of the values from one step to another, both included. */
function median({ steps, values }: Curve, from: number, to: number): number {
  const window: number[] = [];
  const end = indexAt(steps, to);
  for (let i = indexAt(steps, from - 1) + 1; i <= end; i++) {
    if (Number.isFinite(values[i])) window.push(values[i]!);
  }
  const sorted = Float64Array.from(window).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
