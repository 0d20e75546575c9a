/** Where a run is, in the words of the page. */
import type { Fault } from "../../contract/protocol.ts";
import type { Phase } from "../../contract/view.ts";
import type { Received } from "./received.ts";

interface Standing {
  /** Whether there is a run in a worker at all. */
  readonly opened: boolean;
  readonly received: Pick<Received, "framed" | "step">;
  readonly playing: boolean;
  /** The step at which it stops by itself. */
  readonly target: number;
  readonly fault: Fault | null;
}

export function phaseOf({ opened, received, playing, target, fault }: Standing): Phase {
  if (fault) return "fault";
  if (!opened) return "idle";
  if (!received.framed) return "starting";
  if (playing) return "training";
  return received.step >= target ? "done" : "paused";
}
