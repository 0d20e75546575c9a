/** How runs begin, begin anew, and are left. */
import { toWire } from "../../contract/params.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import * as journals from "../journal.ts";
import { until } from "./goal.ts";
import { posterOf } from "./poster.ts";
import { post, stay, andThen, type Transition } from "./run-event.ts";
import { AT_REST, isInstant, type RunState } from "./run-state.ts";
import { offered } from "./shown.ts";

/** No run any more; its pictures stay until there are others. */
export const leave = (state: RunState): Transition => ({
  state: { ...state, ...AT_REST },
  commands: state.begun ? [{ type: "answer", saved: null }, { type: "disconnect" }] : [],
});

/** A run with what the reader sees, at its step 0. */
export function begin(state: RunState): Transition {
  const { demo, values, seed, eager, begunFrom, stopAt } = state;
  const wire = toWire(demo.params, values);
  const journal = journals.begin(demo.id, wire, seed, eager, begunFrom?.bytes);
  const made = { settled: values, inForce: values, journal, target: stopAt };
  return andThen(leave(state), (left) => ({
    state: { ...left, ...made, begun: true, unseen: true },
    commands: [{ type: "connect" }, { type: "forget" }, ...journals.replay(journal, 0).map(post)],
  }));
}

/** A run that can go on: this one, or a new one where there is none or it failed. */
export const begun = (state: RunState): Transition =>
  state.begun && !state.fault ? stay(state) : begin(state);

/** A new run, which plays if the old one did. */
export const restart = (state: RunState): Transition =>
  andThen(begin(state), (anew) =>
    state.playing ? until({ ...anew, playing: true }, anew.target) : stay(anew),
  );

/** Back to the picture of these settings that was there before any run; where there is none, to step 0. */
export function reset(state: RunState): Transition {
  const { demo, posters, values, seed, begunFrom } = state;
  if (!state.begun) return stay(state);
  if (isInstant(state) || begunFrom || !posterOf(posters, demo, values, seed)) return begin(state);
  return andThen(leave(state), (left) =>
    stay({ ...left, settled: values, inForce: values, target: left.stopAt, shown: offered(left) }),
  );
}

export function reseed(state: RunState, seed: number): Transition {
  const sown = { ...state, seed };
  return state.begun ? restart(sown) : stay({ ...sown, shown: offered(sown) });
}

export const load = (state: RunState, begunFrom: WeightsFile | null): Transition =>
  restart({ ...state, begunFrom });
