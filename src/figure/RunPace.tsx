import type { Snapshot } from "../contract/view.ts";
import type { Run } from "../engine/page/held-run.ts";
import { formatDuration, formatNumber } from "../ui/format-number.ts";
import { useSampled } from "./use-run.ts";

/** Speed and time left are read, not watched, ms. */
const EVERY = 700;

function pace({ phase, stepsPerSecond, step, stopAt }: Snapshot): string {
  if (phase !== "training" || stepsPerSecond <= 0) return "";
  const left = formatDuration((stopAt - step) / stepsPerSecond);
  return `${formatNumber(stepsPerSecond, 2)} steps/s, ${left} left`;
}

/** How fast a run goes, and how long it will. */
export const RunPace = ({ run }: { readonly run: Run }) => <>{useSampled(run, EVERY, pace)}</>;
