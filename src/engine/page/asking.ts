/** Frames: when one is wanted, and what goes along with the request. */
import type { Wire } from "../../contract/params.ts";
import * as journals from "../journal.ts";
import type { When } from "./pump.ts";
import { post, stay, type RunCommand, type RunEvent, type Transition } from "./run-event.ts";
import { isInstant, type RunState } from "./run-state.ts";

const training = ({ step, goal }: RunState): boolean => step < goal;

export const wantsFrame = (state: RunState): boolean =>
  state.begun && !state.fault && state.visible && !state.due && (state.unseen || training(state));

/** Where nothing trains, what the reader did is shown at once; on coming back into sight too. */
export function whenToAsk(state: RunState, { type }: RunEvent): When {
  if (isInstant(state) || !training(state) || type === "visible") return "now";
  return type === "frame" ? "drawn" : "soon";
}

/** Sends what changed, and asks for a frame. */
export function turn(state: RunState): Transition {
  let { journal, revision } = state;
  const { demo, unsent, sent, watched } = state;
  const entries = Object.entries(unsent);
  const ofEffect = (effect: string): Wire =>
    Object.fromEntries(entries.filter(([name]) => demo.params[name]!.effect === effect));
  const live = ofEffect("live");
  const views = ofEffect("view");
  const commands: RunCommand[] = [];
  const revisions: number[] = [];
  const set = (params: Wire, at?: number): void => {
    if (Object.keys(params).length === 0) return;
    revision += 1;
    revisions.push(revision);
    commands.push(post({ type: "set", rev: revision, params, ...(at !== undefined && { at }) }));
  };
  // A run that is being repeated changes where it was when the reader changed it; its pictures at once.
  const at = state.step < state.resumeAt ? state.resumeAt : undefined;
  if (at === undefined) set(unsent);
  else {
    set(live, at);
    set(views);
  }
  if (Object.keys(live).length > 0) journal = journals.change(journal, revisions[0]!, live, at);
  return {
    state: {
      ...state,
      journal,
      revision,
      sent: [...sent, ...revisions],
      unsent: {},
      due: true,
      unseen: false,
    },
    commands: [...commands, post({ type: "pull", outputs: watched })],
  };
}

export function watch(state: RunState, watched: readonly string[]): Transition {
  const more = watched.some((name) => !state.watched.includes(name));
  if (!more && watched.length === state.watched.length) return stay(state);
  return stay({ ...state, watched, unseen: state.unseen || more });
}
