/** One run on the page as a machine: a state, an event, and what follows. Pure; what is to be done comes out as data. */
import { turn, wantsFrame, watch, whenToAsk } from "./asking.ts";
import { leave, load, reseed, reset } from "./beginning.ts";
import { commit, input } from "./hand.ts";
import { displaced, limit, pause, play, step } from "./playing.ts";
import { replay, revived } from "./replaying.ts";
import { failed, frame, loading, ready } from "./reporting.ts";
import { post, stay, type RunEvent, type Transition } from "./run-event.ts";
import type { RunState } from "./run-state.ts";
import { offered } from "./shown.ts";

/** An event that changes nothing gives the same state. */
export function transition(state: RunState, event: RunEvent): Transition {
  const next = react(state, event);
  if (!wantsFrame(next.state)) return next;
  const when = whenToAsk(next.state, event);
  return { ...next, commands: [...next.commands, { type: "ask", when }] };
}

function react(state: RunState, event: RunEvent): Transition {
  switch (event.type) {
    case "input":
      return input(state, event.values);
    case "commit":
      return commit(state, event.values);
    case "play":
      return play(state);
    case "pause":
      return pause(state);
    case "step":
      return step(state);
    case "reset":
      return reset(state);
    case "reseed":
      return reseed(state, event.seed);
    case "replay":
      return replay(state, event);
    case "load":
      return load(state, event.file);
    case "limit":
      return limit(state, event.stepsPerSecond);
    case "watch":
      return watch(state, event.outputs);
    case "visible":
      return stay(state.visible === event.on ? state : { ...state, visible: event.on });
    case "save":
      return { state, commands: [post({ type: "save" })] };
    case "close": {
      const left = leave(state);
      return { ...left, state: { ...left.state, shown: offered(left.state) } };
    }
    case "ready":
      return ready(state, event.notice);
    case "frame":
      return frame(state, event);
    case "loading":
      return loading(state, event);
    case "fault":
      return failed(state, event.fault);
    case "saved":
      return { state, commands: [{ type: "answer", saved: event }] };
    case "revived":
      return revived(state);
    case "displaced":
      return displaced(state);
    case "turn":
      return turn(state);
  }
}
