import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { chartsOf } from "./drawn-charts.ts";
import { SeriesChart } from "./SeriesChart.tsx";
import { useRunPart } from "./use-run.ts";
import { ViewPanel } from "./ViewPanel.tsx";

export interface PicturesProps {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
  /** Short: the views alone. */
  readonly hero?: boolean;
  onCommit(): void;
}

/** The demo's views, and charts of its numbers. What was computed with other settings stays and is marked. */
export function Pictures({ demo, views: { views }, run, hero, onCommit }: PicturesProps) {
  const stale = useRunPart(run, (snapshot) => snapshot.stale);
  const charts = hero ? [] : chartsOf(demo);
  const one = charts.length > 0 ? "beside" : "alone";
  return (
    <div className="lp-pictures" data-layout={views.length > 1 ? "rows" : one} data-stale={stale}>
      <div className="lp-views">
        {views.map((view) => (
          <ViewPanel key={view.label} demo={demo} view={view} run={run} onCommit={onCommit} />
        ))}
      </div>
      {charts.length > 0 && (
        <div className="lp-charts">
          {charts.map((name) => (
            <SeriesChart key={name} demo={demo} name={name} run={run} />
          ))}
        </div>
      )}
    </div>
  );
}
