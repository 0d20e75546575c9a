import type { StepPart } from "../contract/demo.ts";
import { holds } from "../contract/holds.ts";
import type { Run } from "../engine/page/held-run.ts";
import { useRunPart } from "./use-run.ts";

export interface StepPartsProps {
  readonly parts: readonly StepPart[];
  readonly run: Run;
}

/** More times than this are not counted one by one. */
const MOST = 8;
/** The share of a step's time in which its parts are named, one after the other. */
const SHARE = 0.9;

/**
 * Names the parts of the step that is shown, in their order, for a run that is slow enough to follow. The worker has taken it all at
 * once, in a few thousandths of a second, and waits: that time is stretched, and how long each part took is not told.
 */
export function StepParts({ parts, run }: StepPartsProps) {
  const values = useRunPart(run, (snapshot) => snapshot.values) as Readonly<
    Record<string, unknown>
  >;
  const step = useRunPart(run, (snapshot) => snapshot.step);
  const seconds = useRunPart(run, ({ stepsPerSecond }) => 1 / Math.max(1, stepsPerSecond));
  const named = parts.flatMap(({ name, times, when = {} }) => {
    if (!holds(when, values)) return [];
    const count = times === undefined ? 1 : Number(values[times]);
    if (count > MOST) return [`${name} ×${count}`];
    return Array.from({ length: count }, (_, i) => (i === 0 ? name : String(i + 1)));
  });
  const each = (SHARE * seconds) / named.length;
  return (
    // A new step begins anew.
    <span key={step} className="lp-step-parts">
      This step, slowed down:{" "}
      {named.map((name, i) => (
        // A part is its place in the step.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i} style={{ animationDelay: `${i * each}s`, animationDuration: `${each}s` }}>
          {name}{" "}
        </span>
      ))}
    </span>
  );
}
