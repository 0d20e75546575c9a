import { memo, useId, useMemo, type ReactNode } from "react";
import type { Demo } from "../contract/demo.ts";
import type { Hand, Snapshot, View } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatCount } from "../ui/format-number.ts";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { asComputed } from "./as-computed.ts";
import { useRunPart, useWords } from "./use-run.ts";

/** The description follows the picture at this distance, ms: often enough to be read, too seldom to interrupt. */
const DESCRIBE_EVERY = 5000;

export interface ViewPanelProps {
  readonly demo: Demo;
  readonly view: View<Demo, ReactNode>;
  readonly run: Run;
  onCommit(): void;
}

/** One picture of the run, drawn every frame, with its text alternative. */
export const ViewPanel = memo(function ViewPanel({ demo, view, run, onCommit }: ViewPanelProps) {
  // What shows settings alone is never of others; one that shows curves, which need no output, may be.
  const ofSettings = view.asSet === true && view.needs.length === 0;
  const read = (all: Snapshot): Snapshot => (view.asSet ? all : asComputed(demo, all));
  const snapshot = read(useRunPart(run, (all) => all));
  const description = useWords(run, DESCRIBE_EVERY, (all) => view.describe(read(all)));
  const hand = useMemo(
    (): Hand<Demo> => ({
      input: (values) => run.input(values),
      commit(values) {
        run.commit(values);
        onCommit();
      },
    }),
    [run, onCommit],
  );
  const { label } = view;
  const labelId = useId();
  const descriptionId = useId();
  return (
    <div
      className="lp-view"
      data-settings={ofSettings}
      // A fieldset is for fields; this is a picture, which may hold something to press, so no `img` either.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-labelledby={labelId}
      aria-describedby={descriptionId}
    >
      <div className="lp-view-head">
        <p id={labelId} className="lp-view-label">
          {typeof label === "string" ? label : label(snapshot.values)}
        </p>
        <Mark says={ofSettings ? "" : markOf(demo, snapshot)} />
      </div>
      <div className="lp-view-picture">{view.draw(snapshot, hand)}</div>
      <VisuallyHidden id={descriptionId}>{description}</VisuallyHidden>
    </div>
  );
});

/** Says of a picture that it is not of now, or not of the present settings, and of none why there is none. */
const Mark = ({ says }: { readonly says: string }) => <span className="lp-view-mark">{says}</span>;

function markOf({ steps }: Demo, { stale, phase, precomputed, lookedAt, step }: Snapshot): string {
  if (lookedAt) return `back at step ${formatCount(step)}`;
  // Without a play bar the words beside the picture say it: it may have no line for a label.
  if (steps) return stale ? "before your change" : "";
  return phase === "idle" && !precomputed ? "change anything to compute it" : "";
}
