/** Frames: when one is wanted, and what goes along with the request. */
import type { Wire } from "../../contract/params.ts";
import * as journals from "../journal.ts";
import type { When } from "./pump.ts";
import { andThen, post, stay, type RunEvent, type Transition } from "./run-event.ts";
import { catchingUp, type RunState } from "./run-state.ts";

/** Whether the worker is to take more steps than the page has seen. */
export const training = (state: RunState): boolean => state.step < state.goal || catchingUp(state);

export const wantsFrame = (state: RunState): boolean =>
  state.begun && !state.fault && state.visible && !state.due && (state.unseen || training(state));

/** Where nothing trains, what the reader did is shown at once; on coming back into sight too. */
export function whenToAsk(state: RunState, { type }: RunEvent): When {
  if (!training(state) || type === "visible") return "now";
  return type === "frame" ? "drawn" : "soon";
}

/** Sends what changed. Live settings of a run that is being repeated act where it was when the reader changed them. */
export function sendChanges(state: RunState): Transition {
  let { journal, revision } = state;
  const { demo, unsent } = state;
  const entries = Object.entries(unsent);
  const ofEffect = (effect: string): Wire =>
    Object.fromEntries(entries.filter(([name]) => demo.params[name]!.effect === effect));
  const live = ofEffect("live");
  const at = catchingUp(state) ? state.resumeAt : undefined;
  const sets =
    at === undefined ? [{ params: unsent }] : [{ params: live, at }, { params: ofEffect("view") }];
  const commands = sets
    .filter(({ params }) => Object.keys(params).length > 0)
    .map((set) => post({ type: "set", rev: ++revision, ...set }));
  if (Object.keys(live).length > 0)
    journal = journals.change(journal, state.revision + 1, live, at);
  const sent = [...state.sent, ...commands.map((_, i) => state.revision + 1 + i)];
  return { state: { ...state, journal, revision, sent, unsent: {} }, commands };
}

/** Asks for a frame. */
export const turn = (state: RunState): Transition =>
  andThen(sendChanges(state), (told) => ({
    state: { ...told, due: true, unseen: false },
    commands: [post({ type: "pull", outputs: told.watched })],
  }));

export function watch(state: RunState, watched: readonly string[]): Transition {
  const more = watched.some((name) => !state.watched.includes(name));
  if (!more && watched.length === state.watched.length) return stay(state);
  return stay({ ...state, watched, unseen: state.unseen || more });
}
