/** How far to train and how fast. */
export interface Pace {
  readonly until: number;
  /** Whether the step after `step` may be taken at time `now` (ms). */
  due(step: number, now: number): boolean;
}

/** From `step` at time `now` towards `until`, at most `stepsPerSecond`; the default goes nowhere. */
export function createPace(now: number, step = 0, until = 0, stepsPerSecond = Infinity): Pace {
  return {
    until,
    due: (at, time) => (at - step) * (1000 / stepsPerSecond) <= time - now,
  };
}
