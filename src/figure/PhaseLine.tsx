import type { Demo } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/run.ts";
import { formatCount } from "../ui/format-number.ts";
import { useRunPart } from "./use-run.ts";

const steps = (demo: Demo, count: number): string =>
  `${formatCount(count)} ${demo.stepName}${count === 1 ? "" : "s"}`;

function sentence(demo: Demo, { phase, precomputed, seed, step }: Snapshot): string {
  if (precomputed && phase === "starting") return "Getting ready to train in your browser…";
  if (precomputed) {
    return `Computed when this page was built (seed ${seed}, step ${formatCount(step)}). Press Run to train it here.`;
  }
  switch (phase) {
    case "idle":
      return "Nothing has run yet. Press Run to train it here.";
    case "starting":
      return "Getting ready to train in your browser…";
    case "training":
      return "Training in your browser.";
    case "paused":
      return `Paused after ${steps(demo, step)}.`;
    case "done":
      return `Done: ${steps(demo, step)}, trained in your browser.`;
    case "fault":
      return `Stopped after ${steps(demo, step)}.`;
  }
}

/** Says where the pictures come from. One line, always there, so that nothing moves when training starts. */
export function PhaseLine({ demo, run }: { readonly demo: Demo; readonly run: Run }) {
  const text = useRunPart(run, (snapshot) => sentence(demo, snapshot));
  const phase = useRunPart(run, (snapshot) => snapshot.phase);
  const precomputed = useRunPart(run, (snapshot) => snapshot.precomputed);
  return (
    <p className="lp-phase" data-phase={phase} data-precomputed={precomputed}>
      {text}
    </p>
  );
}
