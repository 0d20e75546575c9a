import { useId, type ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { View } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { useRunPart, useSampled } from "./use-run.ts";

/** The description follows the picture at this distance, ms: often enough to be read, too seldom to interrupt. */
const DESCRIBE_EVERY = 5000;

export interface ViewPanelProps {
  readonly view: View<Demo, ReactNode>;
  readonly run: Run;
  onCommit(): void;
}

/** One picture of the run, drawn every frame, with its text alternative. */
export function ViewPanel({ view, run, onCommit }: ViewPanelProps) {
  const snapshot = useRunPart(run, (all) => all);
  const description = useSampled(run, DESCRIBE_EVERY, (all) => view.describe(all));
  const labelId = useId();
  const descriptionId = useId();
  return (
    <div
      className="lp-view"
      // A fieldset is for fields; this is a picture, which may hold something to press, so no `img` either.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-labelledby={labelId}
      aria-describedby={descriptionId}
    >
      <p id={labelId} className="lp-view-label">
        {view.label}
      </p>
      <div className="lp-view-picture">
        {view.draw(snapshot, (values) => {
          run.set(values);
          onCommit();
        })}
      </div>
      <VisuallyHidden id={descriptionId}>{description}</VisuallyHidden>
    </div>
  );
}
