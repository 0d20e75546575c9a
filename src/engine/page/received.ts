/** The curves that the worker has reported of a run since its step 0, and how fast it goes. */
import { curvesOfDemo } from "../../contract/branches.ts";
import type { Demo } from "../../contract/demo.ts";
import type { Frame, Points } from "../../contract/protocol.ts";
import { createRate } from "./rate.ts";
import { createCurves, createNewest } from "./series.ts";

export interface Received {
  /** Curves so far, as views, by the names that digests know them by. */
  curves(): Readonly<Record<string, Points>>;
  stepsPerSecond(): number;
  add(frame: Frame, now: number): void;
}

export function createReceived(demo: Demo): Received {
  const names = Object.keys(curvesOfDemo(demo));
  const curves = demo.steps ? createCurves(names) : createNewest(names);
  const rate = createRate();
  return {
    curves: curves.views,
    stepsPerSecond: rate.value,
    add({ step, series }, now) {
      curves.append(series);
      rate.note(step, now);
    },
  };
}
