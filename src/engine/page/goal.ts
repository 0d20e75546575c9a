import { post, stay, type Transition } from "./run-event.ts";
import { catchingUp, type RunState } from "./run-state.ts";

/**
 * Tells the worker to train up to this step; 0 is to rest. One that is still catching up comes to where the old one was
 * and waits there, so that whatever changes meanwhile acts at that step.
 */
export function until(state: RunState, goal: number): Transition {
  if (!state.begun) return stay(state);
  const { pace, resumeAt } = state;
  const order = catchingUp(state)
    ? { until: resumeAt }
    : { until: goal, ...(pace !== null && { stepsPerSecond: pace }) };
  return {
    state: { ...state, goal, unseen: true },
    commands: [post({ type: "go", ...order })],
  };
}
