/** Where a run is, in the words of the page. */
import type { Phase } from "../../contract/view.ts";
import { isInstant, upToDate, type RunState } from "./run-state.ts";

export function phaseOf(state: RunState): Phase {
  const { begun, framed, playing, step, target, fault } = state;
  if (fault) return "fault";
  if (!begun) return "idle";
  if (!framed) return "starting";
  if (isInstant(state)) return upToDate(state) ? "done" : "starting";
  if (playing) return "training";
  return step >= target ? "done" : "paused";
}
