import { useRef, type ReactNode } from "react";
import type { Steps } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import { DISPLACED } from "../engine/page/displaced.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatCount, formatCounted, formatLoading } from "../ui/format-number.ts";
import { useSight, type Sight } from "./out-of-sight.ts";
import { useRunPart } from "./use-run.ts";

export interface RunStateProps {
  readonly steps: Steps;
  readonly run: Run;
  /** Shown instead, where a run is slow enough to follow. */
  readonly parts?: ReactNode;
}

/** A live change that no step has been taken with yet. */
const waiting = ({ phase, changes, step }: Snapshot): boolean =>
  (phase === "paused" || phase === "done") && step > 0 && (changes.at(-1) ?? -1) >= step;

/** Links may ask for longer runs than a figure's own: so many times as long, it is said before they begin. */
const LONG = 3;

function sentence({ name, stopAt: own }: Steps, snapshot: Snapshot, sight: Sight): string {
  const { phase, precomputed, stale, step, stopAt, notices, loading } = snapshot;
  const taken = formatCounted(step, name);
  if ((phase === "starting" || phase === "idle") && loading)
    return `Fetching ${formatLoading(loading)}.`;
  if (phase === "starting") return "Getting ready …";
  if (phase === "idle" && stopAt >= LONG * own)
    return `Long: ${formatCount(stopAt / own)} times the usual run.`;
  if (phase === "idle" && stale) return "Shown with other settings: Run computes yours.";
  if (phase === "fault" && (precomputed || step === 0))
    return "Could not begin. Shown: from before.";
  if (precomputed) return "Computed when this page was built.";
  if (waiting(snapshot))
    return `Your change acts from the next step: ${phase === "done" ? "Run on" : "Run"}.`;
  switch (phase) {
    case "idle":
      return "Nothing has run yet.";
    case "training":
      if (sight === "out of sight") return "Paused while out of sight.";
      return sight === "back"
        ? "Goes on: it was paused while out of sight."
        : "Running in your browser.";
    case "paused":
      if (notices.includes(DISPLACED)) return DISPLACED;
      return step === 0 ? "Computed here, before the first step." : `Paused after ${taken}.`;
    case "done":
      return `Done: ${taken}.`;
    case "fault":
      return `Stopped after ${taken}.`;
  }
}

/** Says where the pictures come from. Always there, so that nothing moves when a run starts. */
export function RunState({ steps, run, parts }: RunStateProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const sight = useSight(run, element);
  const text = useRunPart(run, (snapshot) => sentence(steps, snapshot, sight));
  const phase = useRunPart(run, (snapshot) => snapshot.phase);
  const precomputed = useRunPart(run, (snapshot) => snapshot.precomputed);
  return (
    <p
      ref={element}
      className="lp-phase"
      data-phase={phase}
      data-sight={sight}
      data-precomputed={precomputed}
    >
      {parts || text}
    </p>
  );
}
