/** What runs of several seeds say together. */
import { max, mean, median, min } from "d3-array";
import { curveParts, curvesOfDemo } from "../../src/contract/branches.ts";
import { meansBetween, rankCorrelation } from "../../src/contract/curve-arithmetic.ts";
import { NO_POINTS } from "../../src/contract/no-points.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { endOfCurve, type FinishedRun } from "../repro/finished-run.ts";

/** Numbers of one run by what they are; NaN where it ended before they could be known. */
export type Row = Readonly<Record<string, number>>;

const curvesAmong = (demo: Demo, own: object = {}): string[] =>
  Object.keys(curvesOfDemo(demo)).filter((curve) => Object.hasOwn(own, curveParts(curve).name));

/** Curves of the demo's measures, of every branch. */
export const measuresOfDemo = (demo: Demo): string[] => curvesAmong(demo, demo.measures);

/** A run's measures; where there are steps, also what they did on the way. */
export function rowOf(demo: Demo, run: FinishedRun): Row {
  const row: Record<string, number> = {};
  for (const measure of measuresOfDemo(demo)) {
    row[measure] = endOfCurve(run, measure);
    if (!demo.steps) continue;
    const curve = run.series[measure] ?? NO_POINTS;
    const known = Number.isFinite(row[measure]);
    const half = mean(curve.values.subarray(curve.values.length >> 1));
    row[`${measure}, second half`] = (known ? half : undefined) ?? Number.NaN;
    for (const metric of curvesAmong(demo, demo.steps.metrics)) {
      if (curveParts(metric).branch !== curveParts(measure).branch) continue;
      const means = meansBetween(run.series[metric] ?? NO_POINTS, curve);
      const rank = rankCorrelation(means, [...curve.values].slice(1));
      row[`${metric} ~ ${measure}`] = known ? rank : Number.NaN;
    }
  }
  return row;
}

/** Median and range of each number, over the `of` runs that have it. */
export function summaryOf(
  rows: readonly Row[],
): Record<string, { median: number; least: number; most: number; of: number }> {
  const round = (x = Number.NaN): number => Number(x.toPrecision(3));
  return Object.fromEntries(
    Object.keys(rows[0]!).map((name) => {
      const column = rows.map((row) => row[name]!).filter(Number.isFinite);
      const [middle, least, most] = [median(column), min(column), max(column)].map(round);
      return [name, { median: middle!, least: least!, most: most!, of: column.length }];
    }),
  );
}
