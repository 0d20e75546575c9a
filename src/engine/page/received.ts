/** What the worker has reported of a run since its step 0. */
import type { NDArray } from "../../contract/array.ts";
import type { Demo } from "../../contract/demo.ts";
import type { Frame, Points } from "../../contract/protocol.ts";
import { createRate } from "./rate.ts";
import { createCurves } from "./series.ts";

export interface Received {
  readonly step: number;
  readonly tensors: number;
  /** Whether any frame came yet. */
  readonly framed: boolean;
  readonly outputs: Readonly<Record<string, NDArray>>;
  /** Curves so far, as views. */
  series(): Readonly<Record<string, Points>>;
  stepsPerSecond(): number;
  add(frame: Frame, now: number): void;
}

export function createReceived(demo: Demo): Received {
  const curves = createCurves([...Object.keys(demo.metrics), ...Object.keys(demo.measures)]);
  const rate = createRate();
  let step = 0;
  let tensors = 0;
  let framed = false;
  let outputs: Readonly<Record<string, NDArray>> = {};
  return {
    get step() {
      return step;
    },
    get tensors() {
      return tensors;
    },
    get framed() {
      return framed;
    },
    get outputs() {
      return outputs;
    },
    series: curves.views,
    stepsPerSecond: rate.value,
    add(frame, now) {
      framed = true;
      ({ step, tensors } = frame);
      curves.append(frame.series);
      outputs = { ...outputs, ...frame.outputs };
      rate.note(step, now);
    },
  };
}
