/** Asks for frames one at a time, from animation frames: slow drawing or a hidden figure asks for fewer, never queues. */
export interface Pump {
  /** Asks for a frame soon, if one is wanted and none is under way. */
  request(): void;
  /** The frame that was asked for is here, or will never come. */
  settle(): void;
  visible(on: boolean): void;
}

/** Least time between two frames, ms: drawing is the reader's main thread, training is not. */
const FRAME_MS = 30;
/** An animation frame is this far away when nothing is being drawn, ms. */
const IDLE_FRAME_MS = 17;
/** Where drawing is slow, training gets this many times as long: both may have to share a processor. */
const TRAINING_SHARE = 4;

export function createPump(options: {
  nextFrame(callback: () => void): void;
  now(): number;
  wanted(): boolean;
  pull(): void;
}): Pump {
  const { nextFrame, now, wanted, pull } = options;
  let onScreen = true;
  let scheduled = false;
  let underWay = false;
  let pulledAt = Number.NEGATIVE_INFINITY;
  let settledAt = 0;
  let pause = FRAME_MS;

  function request(): void {
    if (scheduled || underWay || !onScreen || !wanted()) return;
    scheduled = true;
    nextFrame(() => {
      scheduled = false;
      if (underWay || !onScreen || !wanted()) return;
      if (settledAt > pulledAt) {
        // The first animation frame since the last report: what is beyond an idle wait was spent on drawing.
        const drawing = now() - settledAt - IDLE_FRAME_MS;
        pause = Math.max(FRAME_MS, TRAINING_SHARE * drawing);
        settledAt = pulledAt;
      }
      if (now() - pulledAt < pause) return request();
      underWay = true;
      pulledAt = now();
      pull();
    });
  }

  return {
    request,
    settle() {
      underWay = false;
      settledAt = now();
    },
    visible(on) {
      onScreen = on;
    },
  };
}
