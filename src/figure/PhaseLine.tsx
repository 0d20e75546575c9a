import type { Steps } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { formatCount, formatProgress } from "../ui/format-number.ts";
import { useRunPart } from "./use-run.ts";

export interface PhaseLineProps {
  readonly steps: Steps;
  readonly run: Run;
}

function sentence({ name }: Steps, snapshot: Snapshot): string {
  const { phase, precomputed, stale, seed, step, loading } = snapshot;
  const taken = `${formatCount(step)} ${name}${step === 1 ? "" : "s"}`;
  if (phase === "starting" && loading) return `Fetching data, ${formatProgress(loading)}.`;
  if (phase === "starting") return "Getting ready to compute in your browser…";
  if (phase === "idle" && stale)
    return "Computed with other settings. Press Run to compute it with these.";
  if (precomputed)
    return `Computed when this page was built (seed ${seed}, step ${formatCount(step)}). Press Run to compute it here.`;
  switch (phase) {
    case "idle":
      return "Nothing has run yet. Press Run to compute it here.";
    case "training":
      return "Running in your browser.";
    case "paused":
      return `Paused after ${taken}.`;
    case "done":
      return `Done: ${taken}, computed in your browser.`;
    case "fault":
      return `Stopped after ${taken}.`;
  }
}

/** Says where the pictures come from. One line, always there, so that nothing moves when a run starts. */
export function PhaseLine({ steps, run }: PhaseLineProps) {
  const text = useRunPart(run, (snapshot) => sentence(steps, snapshot));
  const phase = useRunPart(run, (snapshot) => snapshot.phase);
  const precomputed = useRunPart(run, (snapshot) => snapshot.precomputed);
  return (
    <p className="lp-phase" data-phase={phase} data-precomputed={precomputed}>
      {text}
    </p>
  );
}
