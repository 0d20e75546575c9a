/** The lines in each of a demo's charts. */
import { branchName } from "../contract/branches.ts";
import { quantitiesOf, type Demo, type Metric } from "../contract/demo.ts";

export interface DrawnLine extends Pick<Metric, "symbol" | "help"> {
  /** Its name among the curves of a run. */
  readonly curve: string;
  readonly label: string;
  /** Taken at every step, and as noisy as those are. */
  readonly noisy: boolean;
  /** Where it stands among the lines of its branch, and its branch among all: 0 without branches. */
  readonly rank: number;
  readonly branch: number;
}

type Settings = Readonly<Record<string, unknown>>;

/** Whether runs of these settings have such a number. */
const isThere = ({ least = {} }: Metric, values: Settings): boolean =>
  Object.entries(least).every(([name, value]) => Number(values[name]) >= value);

/** A line a metric, and of runs side by side one a branch. */
export function linesOf(demo: Demo, chart: string, values: Settings): DrawnLine[] {
  const own = Object.entries(quantitiesOf(demo)).filter(
    ([, metric]) => metric.chart === chart && isThere(metric, values),
  );
  const lines = (branch: number, prefix: string, said: (metric: Metric) => string): DrawnLine[] =>
    own.map(([name, metric], rank) => {
      const { symbol, help } = metric;
      const noisy = Object.hasOwn(demo.steps?.metrics ?? {}, name);
      return { curve: prefix + name, label: said(metric), symbol, help, noisy, rank, branch };
    });
  if (!demo.branches) return lines(0, "", ({ label }) => label);
  return Object.entries(demo.branches).flatMap(([name, { label }], branch) =>
    lines(branch, branchName(name, ""), (metric) =>
      own.length === 1 ? label : `${metric.label}, ${label}`,
    ),
  );
}
