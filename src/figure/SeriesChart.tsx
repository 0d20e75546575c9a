import { useMemo } from "react";
import type { Demo, Metric } from "../contract/demo.ts";
import type { Run } from "../engine/page/run.ts";
import { LineChart, type Line } from "../ui/LineChart.tsx";
import { Formula } from "./Formula.tsx";
import { useRunPart } from "./use-run.ts";

export interface SeriesChartProps {
  readonly demo: Demo;
  /** A key of the demo's `charts`. */
  readonly name: string;
  readonly run: Run;
}

const NONE: readonly number[] = [];

/** One of the demo's charts: every metric and measure that names it is a line. */
export function SeriesChart({ demo, name, run }: SeriesChartProps) {
  const { series, changes, stopAt } = useRunPart(run, (snapshot) => snapshot);
  const chart = demo.charts[name]!;
  const drawn = useMemo(
    () =>
      Object.entries<Metric>({ ...demo.metrics, ...demo.measures }).filter(
        ([, metric]) => metric.chart === name,
      ),
    [demo, name],
  );
  const lines = drawn.map(([key, { label, symbol, help }]): Line => {
    const points = series[key];
    return {
      label,
      symbol: symbol === undefined ? undefined : <Formula tex={symbol} />,
      help,
      steps: points?.steps ?? NONE,
      values: points?.values ?? NONE,
    };
  });
  return (
    <LineChart
      title={chart.title}
      y={chart.y}
      x={demo.stepName}
      lines={lines}
      stopAt={stopAt}
      bounds={chart.bounds}
      marks={changes}
    />
  );
}
