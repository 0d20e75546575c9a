/** What the worker's reports make of a run. */
import { fromWire, type Wire } from "../../contract/params.ts";
import type { Fault, Frame, Loading } from "../../contract/protocol.ts";
import * as journals from "../journal.ts";
import { sendChanges } from "./asking.ts";
import { until } from "./goal.ts";
import { andThen, stay, type Transition } from "./run-event.ts";
import { catchingUp, noted, type RunState, type Settings } from "./run-state.ts";
import { differing, pick, withChanges } from "./settings-change.ts";
import { withOutputs } from "./shown.ts";

export const ready = (state: RunState, notice?: string): Transition =>
  // A new object: which backend computes is news.
  stay({ ...state, loading: null, notices: notice ? noted(state.notices, notice) : state.notices });

export const loading = (state: RunState, { loaded, total, engine }: Loading): Transition =>
  stay(state.framed ? state : { ...state, loading: { loaded, total, ...(engine && { engine }) } });

export const failed = (state: RunState, fault: Fault): Transition => ({
  state: { ...state, fault, playing: false, due: false, loading: null },
  commands: [{ type: "answer", saved: null }],
});

export function frame(before: RunState, report: Frame): Transition {
  const { step, tensors, applied } = report;
  const acted = new Set(applied.map(({ rev }) => rev));
  const state: RunState = {
    ...before,
    ...scriptedValues(before, applied),
    scripted: before.scripted.filter((rev) => !acted.has(rev)),
    sent: before.sent.filter((rev) => !acted.has(rev)),
    journal: journals.applied(before.journal, applied),
  };
  const pending = state.sent.length > 0 || Object.keys(state.unsent).length > 0;
  const inForce = pending ? state.inForce : state.settled;
  const { framed, shown, seed, begunFrom, target } = state;
  const now: RunState = {
    ...state,
    inForce,
    loading: null,
    framed: true,
    step,
    tensors,
    due: false,
    playing: state.playing && step < target,
    lost: { ...state.lost, ...report.lost },
    shown: {
      outputs: withOutputs(framed && shown ? shown.outputs : {}, report.outputs),
      poster: null,
      values: inForce,
      seed,
      begunFrom,
    },
  };
  // It waits where the old worker was: what changed meanwhile goes before the order to go on.
  return catchingUp(before) && !catchingUp(now)
    ? andThen(sendChanges(now), (told) => until(told, told.goal))
    : stay(now);
}

/** Where a replayed run's own changes acted, the page follows; what the reader set meanwhile and still waits stays. */
function scriptedValues(
  state: RunState,
  applied: Frame["applied"],
): Pick<RunState, "values" | "settled"> {
  const { demo, journal, scripted, sent, unsent, values, settled } = state;
  if (!applied.some(({ rev }) => scripted.includes(rev))) return { values, settled };
  const paramsOf = (rev: number): Wire =>
    journal.changes.find((change) => change.rev === rev)?.params ?? {};
  const acted = applied.map(({ rev }) => rev);
  const waiting = sent.filter((rev) => !acted.includes(rev));
  const wire: Wire = Object.assign({}, ...[...acted, ...waiting].map(paramsOf), unsent);
  const made: Settings = pick(fromWire(demo.params, wire).values, Object.keys(wire));
  const drafts = pick(values, differing(values, settled));
  const next = withChanges(demo, settled, made);
  return { settled: next, values: withChanges(demo, next, drafts) };
}
