/** The snapshot of a run from what the page knows of it. */
import type { Demo } from "../../contract/demo.ts";
import type { BackendName, Points } from "../../contract/protocol.ts";
import type { Snapshot } from "../../contract/view.ts";
import { changeSteps } from "../journal.ts";
import { phaseOf } from "./phase.ts";
import { answerOf } from "./poster.ts";
import type { Received } from "./received.ts";
import type { RunState } from "./run-state.ts";
import { seen } from "./seen.ts";
import { isStale } from "./shown.ts";

export function snapshotOf<D extends Demo>(
  state: RunState,
  received: Received,
  former: Readonly<Record<string, Points>>,
  backend: BackendName | null,
): Snapshot<D> {
  const {
    begun,
    framed,
    shown,
    playing,
    target,
    seed,
    loading,
    tensors,
    fault,
    notices,
    begunFrom,
  } = state;
  // What was there before stays until a run has something to show.
  const poster = framed ? null : shown?.poster;
  const old = begun && !framed && shown !== null && !poster;
  const stale = old || isStale(state);
  const curves = poster?.series ?? received.curves();
  return {
    phase: phaseOf(state),
    playing,
    values: state.values,
    seed,
    step: poster?.step ?? state.step,
    stopAt: target,
    ...seen(state.demo, curves, shown?.outputs ?? {}, state.lost),
    curves,
    former,
    changes: changeSteps(state.journal),
    stepsPerSecond: playing ? received.stepsPerSecond() : 0,
    precomputed: shown?.poster != null,
    answered: answerOf(poster, state.demo, state.values),
    stale,
    computedWith: stale && shown ? shown.values : state.values,
    loading,
    backend,
    tensors,
    fault,
    notices,
    begunFrom,
    // The types of a demo's own names end where its worker's messages begin.
  } as Snapshot<D>;
}
