/** What the reader's hand does to settings while it moves and when it lets go. */
import { computes, trains } from "../../contract/holds.ts";
import { toWire } from "../../contract/params.ts";
import { askedWeights, weightsFile } from "../../contract/trained.ts";
import { begin, restart } from "./beginning.ts";
import { phaseOf } from "./phase.ts";
import { play } from "./playing.ts";
import { stay, type Transition } from "./run-event.ts";
import { isInstant, type RunState, type Settings } from "./run-state.ts";
import { differing, pick, withChanges } from "./settings-change.ts";
import { offered } from "./shown.ts";

/** A restart for every pixel of a drag would show nothing but beginnings: those wait until the hand lets go. */
export function input(state: RunState, changes: Settings): Transition {
  const { demo, settled } = state;
  const values = withChanges(demo, state.values, changes, settled);
  if (values === state.values) return stay(state);
  // What failed is asked for again when the hand lets go, not with every move.
  if (state.begun && atRest(state)) return stay({ ...state, values });
  if (atRest(state)) return setAtRest(state, values);
  const acting = differing(values, settled).filter(
    (name) => demo.params[name]!.effect !== "restart",
  );
  return act(state, values, acting);
}

/** All acts, with what waited. */
export function commit(state: RunState, changes: Settings): Transition {
  const { demo, settled } = state;
  const values = withChanges(demo, state.values, changes, settled);
  const news = differing(values, settled);
  if (news.length === 0) return stay(values === state.values ? state : { ...state, values });
  if (atRest(state)) return setAtRest(state, values);
  return news.some((name) => demo.params[name]!.effect === "restart")
    ? restart({ ...state, values })
    : act(state, values, news);
}

/** Without a run there is nothing to wait for; where no bar begins one, a touch does. */
const atRest = (state: RunState): boolean =>
  !state.begun || (state.fault !== null && isInstant(state));

function setAtRest(state: RunState, values: Settings): Transition {
  const asked = { ...state, values, settled: values };
  const set = { ...asked, shown: offered(asked) };
  return isInstant(state) || asksTrained(state, values) ? begin(set) : stay(set);
}

/** Whether trained weights are asked something other than they were: their answer needs no training. */
function asksTrained({ demo, settled }: RunState, values: Settings): boolean {
  if (!weightsFile(demo, values) || askedWeights(demo, values)?.part) return false;
  const changed = differing(values, settled).map((name) => demo.params[name]!);
  return (
    changed.some((param) => computes(param, values)) &&
    changed.every((param) => !trains(param, values))
  );
}

/** These of the values go to the run; the others are drafts. */
function act(state: RunState, values: Settings, acting: readonly string[]): Transition {
  if (acting.length === 0) return stay({ ...state, values });
  const { demo } = state;
  const made = pick(values, acting);
  const settled = { ...state.settled, ...made };
  const set = {
    ...state,
    values: differing(values, settled).length === 0 ? settled : values,
    settled,
    unsent: { ...state.unsent, ...toWire(demo.params, made) },
    unseen: true,
  };
  // A run at its end would never show what a change of training does.
  const trained = acting.some((name) => trains(demo.params[name]!, settled));
  return trained && !isInstant(state) && phaseOf(state) === "done" ? play(set) : stay(set);
}
