/** When to ask for frames: one at a time, at once where the reader waits, and no faster than they can be drawn. */
export interface Pump {
  request(when: When): void;
}

export type When =
  /** In this task: the reader changed something and nothing else is under way. */
  | "now"
  /** In an animation frame. */
  | "soon"
  /** The frame before came just now: what passes until the next animation frame is spent on drawing it. */
  | "drawn";

/** Least time between two frames, ms: drawing is the reader's main thread, training is not. */
const FRAME_MS = 30;
/** An animation frame is this far away when nothing is being drawn, ms. */
const IDLE_FRAME_MS = 17;
/** Where drawing is slow, training gets this many times as long: both may have to share a processor … */
const TRAINING_SHARE = 4;
/** … but the picture never stands still for longer than this, ms. */
const LONGEST_PAUSE_MS = 500;

export function createPump(options: {
  nextFrame(callback: () => void): void;
  now(): number;
  /** Whether there is a frame to ask for, and none on its way. */
  wanted(): boolean;
  pull(): void;
}): Pump {
  const { nextFrame, now, wanted } = options;
  let scheduled = false;
  let pulledAt = Number.NEGATIVE_INFINITY;
  let pause = FRAME_MS;

  function pull(): void {
    pulledAt = now();
    options.pull();
  }

  /** `drawnFrom` is when the frame came whose drawing the wait is spent on. */
  function schedule(drawnFrom: number | null): void {
    scheduled = true;
    nextFrame(() => {
      scheduled = false;
      if (!wanted()) return;
      if (drawnFrom !== null) {
        const drawing = now() - drawnFrom - IDLE_FRAME_MS;
        pause = Math.min(LONGEST_PAUSE_MS, Math.max(FRAME_MS, TRAINING_SHARE * drawing));
      }
      if (now() - pulledAt < pause) return schedule(null);
      pull();
    });
  }

  return {
    request(when) {
      if (!wanted()) return;
      if (when === "now") return pull();
      if (scheduled) return;
      const drawn = when === "drawn";
      // After a rest, how slow drawing was is not known any more.
      if (!drawn && now() - pulledAt > pause) pause = FRAME_MS;
      schedule(drawn ? now() : null);
    },
  };
}
