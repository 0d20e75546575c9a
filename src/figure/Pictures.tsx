import type { ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Views } from "../contract/view.ts";
import { useRunPart } from "./use-run.ts";
import { ViewPanel, type ViewPanelProps } from "./ViewPanel.tsx";

export interface PicturesProps extends Omit<ViewPanelProps, "view" | "number"> {
  readonly views: Views<Demo, ReactNode>;
}

/** The demo's views. What was computed with other settings stays and is marked. */
export function Pictures({ views: { views }, ...props }: PicturesProps) {
  const stale = useRunPart(props.run, (snapshot) => snapshot.stale);
  return (
    <div className="lp-pictures" data-stale={stale}>
      {views.map((view, i) => (
        // Views never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <ViewPanel key={i} {...props} view={view} number={i} />
      ))}
    </div>
  );
}
