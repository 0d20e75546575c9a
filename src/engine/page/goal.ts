import { post, stay, type Transition } from "./run-event.ts";
import type { RunState } from "./run-state.ts";

/** Tells the worker to train up to this step; 0 is to rest. */
export function until(state: RunState, goal: number): Transition {
  if (!state.begun) return stay(state);
  const { pace } = state;
  return {
    state: { ...state, goal, unseen: true },
    commands: [post({ type: "go", until: goal, ...(pace !== null && { stepsPerSecond: pace }) })],
  };
}
