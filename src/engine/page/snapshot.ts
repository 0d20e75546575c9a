/** The snapshot of a run from what the page knows of it. */
import type { Demo, ValuesOf } from "../../contract/demo.ts";
import type { BackendName, Fault } from "../../contract/protocol.ts";
import type { Snapshot } from "../../contract/view.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import { changeSteps, type Journal } from "../journal.ts";
import { phaseOf } from "./phase.ts";
import { posterOf, type Poster } from "./poster.ts";
import type { Received } from "./received.ts";

export interface Known<D extends Demo> {
  readonly demo: D;
  readonly posters: readonly Poster[];
  readonly values: ValuesOf<D>;
  readonly seed: number;
  readonly begun: boolean;
  readonly playing: boolean;
  readonly received: Received;
  readonly target: number;
  readonly journal: Journal;
  readonly backend: BackendName | null;
  readonly fault: Fault | null;
  readonly notices: readonly string[];
  readonly begunFrom: WeightsFile | null;
}

export function snapshotOf<D extends Demo>(known: Known<D>): Snapshot<D> {
  const { demo, values, seed, received, target, playing, backend, fault, notices, begunFrom } =
    known;
  const poster = known.begun || fault ? undefined : posterOf(known.posters, demo, values, seed);
  return {
    phase: phaseOf({ opened: known.begun, received, playing, target, fault }),
    values,
    seed,
    step: poster?.step ?? received.step,
    stopAt: target,
    series: poster?.series ?? received.series(),
    outputs: (poster?.outputs ?? received.outputs) as Snapshot<D>["outputs"],
    changes: changeSteps(known.journal),
    stepsPerSecond: playing ? received.stepsPerSecond() : 0,
    precomputed: poster !== undefined,
    backend,
    tensors: received.tensors,
    fault,
    notices,
    begunFrom,
  };
}
