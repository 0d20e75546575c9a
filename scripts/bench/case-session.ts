/** One case in one implementation, as the process that measures it goes through it. */
import type { Trainer } from "./trainer.ts";

/** The first step and this one, which saw an update, are those whose losses are compared: rounding makes later ones drift apart. */
const COMPARED = 2;
/** Steps longer than this are measured once, and the first (which may compile things) is left out; in milliseconds. */
const SLOW = 1000;
/** With a first step longer than this it is left at that. */
const VERY_SLOW = 10_000;
/** Seconds of warming up: compilers of the engine take their time. */
const WARM = 0.3;

export interface Opened {
  /** Losses of the first step and, where steps aren't slow, of step COMPARED. */
  readonly losses: readonly number[];
  /** Milliseconds of one step where steps are slow and not to be repeated; else null. */
  readonly once: number | null;
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

  function measure(seconds: number): { ms: number; steps: number } {
    const from = performance.now();
    const before = taken;
    let elapsed: number;
    do {
      timed();
      elapsed = performance.now() - from;
    } while (elapsed < 1000 * seconds);
    return { ms: elapsed / (taken - before), steps: taken - before };
  }

  function open(): Omit<Opened, "mode"> {
    const first = timed();
    if (first.ms > VERY_SLOW) return { losses: [first.loss], once: first.ms };
    let next = timed();
    if (next.ms > SLOW) return { losses: [first.loss], once: next.ms };
    for (let i = taken; i < COMPARED; i++) next = timed();
    measure(WARM);
    return { losses: [first.loss, next.loss], once: null };
  }

  const opened = open();
  return {
    opened: { ...opened, mode: trainer.mode?.() ?? "" },
    measure,
    close: () => trainer.close(),
  };
}
