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

  function request(): void {
    if (scheduled || underWay || !onScreen || !wanted()) return;
    scheduled = true;
    nextFrame(() => {
      scheduled = false;
      if (underWay || !onScreen || !wanted()) return;
      if (now() - pulledAt < FRAME_MS) return request();
      underWay = true;
      pulledAt = now();
      pull();
    });
  }

  return {
    request,
    settle() {
      underWay = false;
    },
    visible(on) {
      onScreen = on;
    },
  };
}
