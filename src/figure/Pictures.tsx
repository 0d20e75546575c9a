import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { useRunPart } from "./use-run.ts";
import { ViewPanel } from "./ViewPanel.tsx";

export interface PicturesProps {
  readonly demo: Demo;
  readonly views: Views<Demo, ReactNode>;
  readonly run: Run;
  onCommit(): void;
}

/** The demo's views. What was computed with other settings stays and is marked. */
export function Pictures({ demo, views: { views }, run, onCommit }: PicturesProps) {
  const stale = useRunPart(run, (snapshot) => snapshot.stale);
  return (
    <div className="lp-pictures" data-stale={stale}>
      {views.map((view, i) => (
        // Views never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <ViewPanel key={i} demo={demo} view={view} run={run} onCommit={onCommit} />
      ))}
    </div>
  );
}
