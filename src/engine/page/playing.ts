/** The play bar: how far a run goes, and how fast. One run trains at a time. */
import { begun } from "./beginning.ts";
import { DISPLACED } from "./displaced.ts";
import { until } from "./goal.ts";
import { stay, andThen, type Transition } from "./run-event.ts";
import { isInstant, noted, reached, type RunState } from "./run-state.ts";

const withoutNotice = ({ notices }: RunState): readonly string[] =>
  notices.filter((notice) => notice !== DISPLACED);

/** Trains up to the target. */
export const goOn = (state: RunState): Transition =>
  andThen(
    until({ ...state, playing: true, notices: withoutNotice(state) }, state.target),
    (going) => ({
      state: going,
      commands: [{ type: "displace" }],
    }),
  );

/** To the end; from there as far again. Without steps there is nothing to play: the run begins. */
export const play = (state: RunState): Transition =>
  andThen(begun(state), (open) => {
    if (isInstant(open)) return stay(open);
    const { target, stopAt } = open;
    return goOn({ ...open, target: reached(open) >= target ? target + stopAt : target });
  });

export const pause = (state: RunState): Transition => until({ ...state, playing: false }, 0);

/** One step after the last that was asked for, which the page may not have seen. */
export const step = (state: RunState): Transition =>
  andThen(begun(state), (open) => {
    if (isInstant(open)) return stay(open);
    const last = open.playing ? reached(open) : Math.max(reached(open), open.goal);
    return until({ ...open, playing: false }, last + 1);
  });

export function limit(state: RunState, pace: number | null): Transition {
  const paced = { ...state, pace };
  return state.playing ? until(paced, state.target) : stay(paced);
}

export const displaced = (state: RunState): Transition =>
  state.playing ? pause({ ...state, notices: noted(state.notices, DISPLACED) }) : stay(state);
