/** What `npm run repro` prints of its runs. */
import { deviation, max, mean, min } from "d3-array";
import { curvesOfDemo } from "../../src/contract/branches.ts";
import { NO_POINTS } from "../../src/contract/no-points.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { endOfCurve, type FinishedRun } from "./finished-run.ts";

const round = (x = Number.NaN): number => Number(x.toPrecision(6));

/** One run: where each curve ends and what it did on the way; without steps there is no way. */
export function printRun(demo: Demo, run: FinishedRun): void {
  const rows = Object.entries(curvesOfDemo(demo)).map(([name, { label }]): [string, object] => {
    const end = round(endOfCurve(run, name));
    if (!demo.steps) return [name, { is: label, value: end }];
    const { values } = run.series[name] ?? NO_POINTS;
    return [
      name,
      {
        is: label,
        "at the end": end,
        "mean, second half": round(mean(values.subarray(values.length >> 1))),
        least: round(min(values)),
        most: round(max(values)),
      },
    ];
  });
  console.table(Object.fromEntries(rows));
}

/** Where and why a run or a branch of it ended early, a sentence each. */
export const earlyEnds = (demo: Demo, { fault, lost }: FinishedRun): string[] => [
  ...(fault === null ? [] : [fault]),
  ...Object.entries(lost).map(
    ([branch, { message }]) =>
      `The branch “${demo.branches?.[branch]?.label ?? branch}” ended early. ${message}`,
  ),
];

/** Several seeds: mean and spread of where each curve ends, over the runs that got there. */
export function printSpread(demo: Demo, runs: readonly FinishedRun[]): void {
  const done = runs.filter(({ fault }) => fault === null);
  const rows = Object.entries(curvesOfDemo(demo)).map(([name, { label }]): [string, object] => {
    const ends = runs.map((run) => endOfCurve(run, name)).filter(Number.isFinite);
    return [
      name,
      {
        is: label,
        "mean at the end": round(mean(ends)),
        "standard deviation": round(deviation(ends)),
        least: round(min(ends)),
        most: round(max(ends)),
        runs: ends.length,
      },
    ];
  });
  console.table(Object.fromEntries(rows));
  console.log(`${done.length} of ${runs.length} runs went to the end.`);
  for (const run of runs)
    for (const said of earlyEnds(demo, run)) console.log(`seed ${run.seed}: ${said}`);
}

/** A row for each step that has a number, a column for each curve; empty where a curve has no point. */
export function csvOf(demo: Demo, runs: readonly FinishedRun[]): string {
  const columns = Object.keys(curvesOfDemo(demo));
  const lines = [["seed", "step", ...columns].join(",")];
  for (const { seed, series } of runs) {
    const rows = new Map<number, string[]>();
    for (const [column, name] of columns.entries()) {
      const { steps, values } = series[name] ?? NO_POINTS;
      for (const [i, step] of steps.entries()) {
        const row = rows.get(step) ?? columns.map(() => "");
        row[column] = String(values[i]);
        rows.set(step, row);
      }
    }
    for (const [step, row] of [...rows].sort(([a], [b]) => a - b))
      lines.push([seed, step, ...row].join(","));
  }
  return lines.join("\n");
}

/** Curves as plain arrays. */
export const jsonOf = (runs: readonly FinishedRun[]): object[] =>
  runs.map(({ series, ...rest }) => ({
    ...rest,
    series: Object.fromEntries(
      Object.entries(series).map(([name, { steps, values }]) => [
        name,
        { steps: [...steps], values: [...values] },
      ]),
    ),
  }));
