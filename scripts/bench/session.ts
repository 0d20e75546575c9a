/** One case in one implementation, as the process that measures it goes through it. */
import type { Trainer } from "./trainer.ts";

/** Steps whose losses are compared between implementations. */
const COMPARED = 5;
/** Steps that take longer are not repeated, in seconds. */
const SLOW = 5;
/** Seconds of warming up: compilers of the engine take their time. */
const WARM = 0.3;

export interface Opened {
  /** Loss of step COMPARED, or of the first where steps are slow. */
  readonly loss: number;
  readonly compared: number;
  readonly slow: boolean;
  /** Milliseconds of the last of the first steps. */
  readonly first: number;
  readonly mode: string;
}

export interface Session {
  readonly opened: Opened;
  /** Steps for about this many seconds; milliseconds a step. */
  measure(seconds: number): { ms: number; steps: number };
  close(): void;
}

export function openSession(trainer: Trainer): Session {
  let taken = 0;
  const timed = (): { loss: number; ms: number } => {
    const from = performance.now();
    const loss = trainer.step(taken++);
    return { loss, ms: performance.now() - from };
  };
  let last = timed();
  const slow = last.ms > 1000 * SLOW;
  while (!slow && taken < COMPARED) last = timed();
  const compared = taken;
  if (!slow) measure(WARM);

  function measure(seconds: number): { ms: number; steps: number } {
    const from = performance.now();
    let steps = 0;
    let elapsed: number;
    do {
      trainer.step(taken++);
      steps += 1;
      elapsed = performance.now() - from;
    } while (elapsed < 1000 * seconds);
    return { ms: elapsed / steps, steps };
  }

  return {
    opened: {
      loss: last.loss,
      compared,
      slow,
      first: last.ms,
      mode: trainer.mode?.() ?? "",
    },
    measure,
    close: () => trainer.close(),
  };
}
