import { useEffect, type KeyboardEvent, type PointerEvent } from "react";
import type { Run } from "../engine/page/held-run.ts";
import { formatCount } from "../ui/format-number.ts";
import { stepByKey, stepNear } from "../ui/read-steps.ts";
import { useStepCursor } from "../ui/step-cursor.ts";
import { useRunPart } from "./use-run.ts";

export interface ScrubberProps {
  readonly run: Run;
  /** What a step is. */
  readonly name: string;
}

/** Lies over the progress of a run: hover, drag or arrow keys show its pictures as they were; letting go or Escape shows now. */
export function Scrubber({ run, name }: ScrubberProps) {
  const step = useRunPart(run, (snapshot) => (snapshot.precomputed ? 0 : snapshot.step));
  const stopAt = useRunPart(run, (snapshot) => snapshot.stopAt);
  const [cursor, at] = useStepCursor();
  const now = (): void => cursor.move(null);
  useEffect(() => () => cursor.move(null), [cursor]);

  const look = ({ currentTarget, clientX }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const asked = ((clientX - left) / width) * stopAt;
    cursor.move(asked > step ? null : stepNear(run.past().steps(), asked));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const next = stepByKey(run.past().steps(), at, key);
    if (next === null && key !== "Escape") return;
    event.preventDefault();
    // The end is now, and goes on.
    cursor.move(key === "End" ? null : next);
  };
  const place = `${(100 * (at ?? step)) / stopAt}%`;

  return (
    <div
      className="lp-scrubber"
      // A range input has no hover, and its thumb would hide how far the run is.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label={`Look back: ${name}`}
      aria-valuemin={0}
      aria-valuemax={step}
      aria-valuenow={Math.min(at ?? step, step)}
      aria-valuetext={
        at === null ? "now" : `step ${formatCount(at)} of ${formatCount(stopAt)}, looked at`
      }
      onPointerMove={look}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerUp={now}
      onPointerCancel={now}
      onPointerLeave={now}
      onKeyDown={onKeyDown}
      onBlur={now}
    >
      <svg aria-hidden="true">{at !== null && <line x1={place} x2={place} y1="0" y2="100%" />}</svg>
    </div>
  );
}
