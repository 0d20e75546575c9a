/** What `npm run repro` prints of its runs. */
import type { Demo } from "../../src/contract/demo.ts";
import type { Points } from "../../src/contract/protocol.ts";
import { last } from "../../src/contract/curve-arithmetic.ts";

export interface FinishedRun {
  readonly seed: number;
  readonly series: Readonly<Record<string, Points>>;
  readonly digest: string;
  /** Why it ended early, if it did. */
  readonly fault: string | null;
}

const names = (demo: Demo): string[] => [
  ...Object.keys(demo.metrics),
  ...Object.keys(demo.measures),
];
const labelOf = (demo: Demo, name: string): string =>
  (demo.metrics[name] ?? demo.measures[name])!.label;
const round = (x: number): number => Number(x.toPrecision(6));

/** One run: where each curve ends and what it did on the way. */
export function printRun(demo: Demo, { series }: FinishedRun): void {
  const rows = names(demo).map((name): [string, object] => {
    const values = [...series[name]!.values];
    const half = values.slice(values.length >> 1);
    const mean = half.reduce((sum, x) => sum + x, 0) / half.length;
    return [
      name,
      {
        is: labelOf(demo, name),
        "at the end": round(last(series[name]!)),
        "mean, second half": round(mean),
        least: round(values.reduce((a, b) => Math.min(a, b), Infinity)),
        most: round(values.reduce((a, b) => Math.max(a, b), -Infinity)),
      },
    ];
  });
  console.table(Object.fromEntries(rows));
}

/** Several seeds: mean and spread of where each curve ends. */
export function printSpread(demo: Demo, runs: readonly FinishedRun[]): void {
  const done = runs.filter(({ fault }) => fault === null);
  const rows = names(demo).map((name): [string, object] => {
    const ends = done.map(({ series }) => last(series[name]!));
    const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
    const variance = ends.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (ends.length - 1);
    return [
      name,
      {
        is: labelOf(demo, name),
        "mean at the end": round(mean),
        "standard deviation": round(Math.sqrt(variance)),
        least: round(Math.min(...ends)),
        most: round(Math.max(...ends)),
      },
    ];
  });
  console.table(Object.fromEntries(rows));
  console.log(`${done.length} of ${runs.length} runs went to the end.`);
  for (const { seed, fault } of runs) if (fault) console.log(`seed ${seed}: ${fault}`);
}

/** A row for each step that has a number, a column for each curve; empty where a curve has no point. */
export function csvOf(demo: Demo, runs: readonly FinishedRun[]): string {
  const columns = names(demo);
  const lines = [["seed", "step", ...columns].join(",")];
  for (const { seed, series } of runs) {
    const rows = new Map<number, string[]>();
    for (const [column, name] of columns.entries()) {
      const { steps, values } = series[name]!;
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
