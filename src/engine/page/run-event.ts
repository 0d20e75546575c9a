/** What can happen to a run, and what is to be done about it: plain data both. */
import type { Saved } from "../../contract/protocol.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import type { Start, StepChange } from "../../receipts/receipt.ts";
import type { Message } from "../journal.ts";
import type { RunReport } from "./link.ts";
import type { When } from "./pump.ts";
import type { RunState, Settings } from "./run-state.ts";

export type RunEvent =
  /** The reader's. */
  | { readonly type: "input" | "commit"; readonly values: Settings }
  | { readonly type: "play" | "pause" | "step" | "reset" | "save" | "close" }
  | { readonly type: "reseed"; readonly seed: number }
  | {
      readonly type: "replay";
      readonly start: Start;
      readonly changes: readonly StepChange[];
      readonly until: number;
    }
  | { readonly type: "load"; readonly file: WeightsFile | null }
  | { readonly type: "limit"; readonly stepsPerSecond: number | null }
  | { readonly type: "watch"; readonly outputs: readonly string[] }
  | { readonly type: "visible"; readonly on: boolean }
  /** The worker's. */
  | RunReport
  /** The client's: the worker is new; another run trains now. */
  | { readonly type: "revived" | "displaced" }
  /** The pump's: it is time to ask for a frame. */
  | { readonly type: "turn" };

export type RunCommand =
  /** To the client: a run of a new name; its end; others may not train beside it. */
  | { readonly type: "connect" | "disconnect" | "displace" }
  /** To the worker, under that name. */
  | { readonly type: "post"; readonly message: Message }
  | { readonly type: "ask"; readonly when: When }
  /** Curves begin anew. */
  | { readonly type: "forget" }
  /** To whoever waits for the weights; null where they will never come. */
  | { readonly type: "answer"; readonly saved: Saved | null };

export interface Transition {
  readonly state: RunState;
  /** To be carried out in this order. */
  readonly commands: readonly RunCommand[];
}

export const stay = (state: RunState): Transition => ({ state, commands: [] });

export const post = (message: Message): RunCommand => ({ type: "post", message });

/** One transition after the other. */
export function andThen(
  { state, commands }: Transition,
  next: (state: RunState) => Transition,
): Transition {
  const after = next(state);
  return { state: after.state, commands: [...commands, ...after.commands] };
}
