import type { Demo } from "../contract/demo.ts";
import type { Run } from "../engine/page/held-run.ts";
import { chartsOf } from "./drawn-charts.ts";
import { SeriesChart } from "./SeriesChart.tsx";
import { useRunPart } from "./use-run.ts";

export interface ChartsProps {
  readonly demo: Demo;
  readonly run: Run;
}

/** Charts of the demo's numbers over the same steps. */
export function Charts({ demo, run }: ChartsProps) {
  const stale = useRunPart(run, (snapshot) => snapshot.stale);
  const charts = chartsOf(demo);
  if (charts.length === 0) return null;
  return (
    <div className="lp-charts" data-stale={stale}>
      {charts.map((name) => (
        <SeriesChart key={name} demo={demo} name={name} run={run} />
      ))}
    </div>
  );
}
