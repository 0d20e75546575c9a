/** One run in the worker, and what its page is waiting for. */
import type { Demo } from "../../contract/demo.ts";
import type { Command, Frame, Report, RunId } from "../../contract/protocol.ts";
import type { Named } from "../../contract/weights.ts";
import { tensorCount } from "../../math/memory.ts";
import type { Runner } from "../runner.ts";
import type { Scoring } from "../scoring.ts";
import { createPace, type Pace } from "./pace.ts";

/** A slice of training between two looks at the mailbox, ms: short enough that a slider feels immediate. */
export const SLICE_MS = 8;
/** Without a pull for this long, nobody is looking: training stops until the next one. */
const CREDIT_MS = 250;
/** Where pictures are dear to compute, training gets this many times as long between two of them … */
const TRAINING_SHARE = 2;
/** … but no page waits longer than this for one, ms. */
const LONGEST_WAIT_MS = 200;

export interface Session {
  readonly run: RunId;
  /** Null until the first state is built. */
  work: { readonly demo: Demo; readonly runner: Runner } | null;
  /** Commands that have come since the last round. */
  inbox: Command[];
  pace: Pace;
  pulled: readonly string[] | null;
  pulledAt: number;
  /** Weights on their way to a file, while their scores are taken a batch a round; training rests meanwhile. */
  saving: { readonly weights: Named | null; readonly scoring: Scoring } | null;
  trained: { steps: number; ms: number };
  /** What the last frame's outputs cost, ms, and the settings that they were computed with. */
  observed: { ms: number; revision: number };
  /** Outputs that change with settings alone and were sent with these. */
  shown: Set<string>;
  failed: boolean;
}

export const createSession = (run: RunId, now: number): Session => ({
  run,
  work: null,
  inbox: [],
  pace: createPace(now),
  pulled: null,
  pulledAt: now,
  saving: null,
  trained: { steps: 0, ms: 0 },
  observed: { ms: 0, revision: -1 },
  shown: new Set(),
  failed: false,
});

export const wantsTraining = (
  { work, failed, saving, pace, pulledAt }: Session,
  now: number,
): boolean =>
  work !== null &&
  !failed &&
  saving === null &&
  work.runner.step < pace.until &&
  now - pulledAt < CREDIT_MS;

/** Whether a frame was asked for and it is time to compute it. */
export function frameDue(session: Session, now: number): boolean {
  const { pulled, work, observed, trained, pulledAt } = session;
  if (!pulled || !work) return false;
  return (
    !wantsTraining(session, now) ||
    work.runner.revision !== observed.revision ||
    trained.ms >= TRAINING_SHARE * observed.ms ||
    now - pulledAt >= LONGEST_WAIT_MS
  );
}

/** Trains for a slice; at least one step, however long it takes, where the pace allows one. Returns whether it did. */
export async function train(session: Session, runner: Runner, now: () => number): Promise<boolean> {
  const start = now();
  let steps = 0;
  while (wantsTraining(session, now()) && session.pace.due(runner.step, now())) {
    await runner.advance();
    steps += 1;
    if (now() - start >= SLICE_MS) break;
  }
  session.trained.steps += steps;
  session.trained.ms += now() - start;
  return steps > 0;
}

/** The frame that the page waits for. */
export async function frameOf(session: Session, now: () => number): Promise<Frame> {
  const { demo, runner } = session.work!;
  const asked = session.pulled ?? [];
  session.pulled = null;
  const { steps, ms } = session.trained;
  session.trained = { steps: 0, ms: 0 };
  const { revision } = runner;
  if (revision !== session.observed.revision) session.shown = new Set();
  const changing = (name: string): boolean => demo.outputs[name]?.each !== "change";
  const wanted = asked.filter((name) => changing(name) || !session.shown.has(name));
  const series = await runner.series();
  const start = now();
  const outputs = await runner.observe(wanted);
  session.observed = { ms: now() - start, revision };
  for (const name of wanted) if (!changing(name)) session.shown.add(name);
  return {
    type: "frame",
    run: session.run,
    step: runner.step,
    stepMs: steps > 0 ? ms / steps : 0,
    applied: runner.applied(),
    series,
    outputs,
    lost: runner.lost(),
    tensors: tensorCount(),
  };
}

/** Takes one more batch of scores; the report once that was the last. */
export async function savedOf(session: Session): Promise<Report | null> {
  const { weights, scoring } = session.saving!;
  const scores = weights ? await scoring.next() : {};
  if (!scores) return null;
  session.saving = null;
  return { type: "saved", run: session.run, step: session.work!.runner.step, weights, scores };
}
