import { memo, useContext, useMemo } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Points } from "../contract/protocol.ts";
import type { Run } from "../engine/page/held-run.ts";
import { LineChart, type Line } from "../ui/LineChart.tsx";
import { SymbolIds } from "../ui/symbol-ids.ts";
import { LINE_TONES } from "../ui/tone.ts";
import { linesOf, type DrawnLine } from "./drawn-lines.ts";
import { Formula } from "./Formula.tsx";
import { useRunPart } from "./use-run.ts";

export interface SeriesChartProps {
  readonly demo: Demo;
  /** A key of the demo's `charts`. */
  readonly name: string;
  readonly run: Run;
}

const NONE: readonly number[] = [];

const equal =
  <T,>(same: (a: T, b: T) => boolean) =>
  (a: readonly T[], b: readonly T[]): boolean =>
    a.length === b.length && a.every((each, i) => same(each, b[i]!));
const sameLines = equal<DrawnLine>((a, b) => a.curve === b.curve);
const sameSteps = equal<number>(Object.is);
/** A curve that grows shows more of the same numbers, so that their place and count tell. */
const sameCurves = equal<Points | undefined>(
  (a, b) =>
    a?.values.buffer === b?.values.buffer &&
    a?.values.byteOffset === b?.values.byteOffset &&
    a?.values.length === b?.values.length,
);

/** One of the demo's charts: every metric and measure that names it is a line, and of runs side by side each run's. */
export const SeriesChart = memo(function SeriesChart({ demo, name, run }: SeriesChartProps) {
  const drawn = useRunPart(run, ({ computedWith }) => linesOf(demo, name, computedWith), sameLines);
  const curves = useRunPart(
    run,
    (snapshot) => drawn.map(({ curve }): Points | undefined => snapshot.curves[curve]),
    sameCurves,
  );
  const changes = useRunPart(run, (snapshot) => snapshot.changes, sameSteps);
  const former = useRunPart(run, (snapshot) => snapshot.former);
  const precomputed = useRunPart(run, (snapshot) => snapshot.precomputed);
  const stopAt = useRunPart(run, (snapshot) => snapshot.stopAt);
  const ids = useContext(SymbolIds);
  const chart = demo.charts![name]!;
  // With one metric, lines are named for their branches and the metric is the chart's.
  const whole = demo.branches && drawn.every(({ rank }) => rank === 0) ? drawn[0] : undefined;
  const lines = useMemo(
    () =>
      drawn.map(({ curve, label, symbol, help, noisy, branch }, i): Line => {
        const points = curves[i];
        return {
          label,
          noisy,
          symbols: symbol === undefined ? undefined : ids[symbol],
          ...(!whole && {
            symbol: symbol === undefined ? undefined : <Formula tex={symbol} />,
            help,
          }),
          ...(demo.branches && { tone: LINE_TONES[branch]! }),
          steps: points?.steps ?? NONE,
          values: points?.values ?? NONE,
          former: former[curve],
        };
      }),
    [demo, drawn, whole, curves, former, ids],
  );
  return (
    <LineChart
      title={chart.title}
      help={whole?.help}
      y={chart.y}
      x={demo.steps!.name}
      lines={lines}
      stopAt={stopAt}
      bounds={chart.bounds}
      marks={changes}
      // A precomputed picture is no run: the next may have any range.
      run={precomputed ? null : former}
    />
  );
});
