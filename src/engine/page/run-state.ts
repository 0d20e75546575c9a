/** All that the page knows of one run, as plain immutable data. */
import { endOf, type Demo } from "../../contract/demo.ts";
import { defaults, toWire, type Wire } from "../../contract/params.ts";
import type { Fault, Loading } from "../../contract/protocol.ts";
import type { Setup } from "../../contract/url.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import * as journals from "../journal.ts";
import type { Poster } from "./poster.ts";
import { offered, type Shown } from "./shown.ts";

export type Settings = Readonly<Record<string, unknown>>;

export interface RunState {
  readonly demo: Demo;
  readonly posters: readonly Poster[];
  readonly eager: boolean;
  /** Steps that a run takes by itself, and again when it is told to go on. */
  readonly stopAt: number;

  /** Settings as the reader sees them, with those that wait for the hand to let go. */
  readonly values: Settings;
  /** Settings that were made; the same object as `values` where none waits. */
  readonly settled: Settings;
  readonly seed: number;
  /** The reader's own weights that runs begin from. */
  readonly begunFrom: WeightsFile | null;
  /** Steps a second at most. */
  readonly pace: number | null;
  readonly watched: readonly string[];
  readonly visible: boolean;
  readonly notices: readonly string[];

  /** Whether there is a run in a worker at all. */
  readonly begun: boolean;
  readonly journal: journals.Journal;
  /** The last revision that was sent; never used twice. */
  readonly revision: number;
  /** Revisions of a replayed run: their values become the page's when they act. */
  readonly scripted: readonly number[];
  /** Settings that go along with the next request for a frame. */
  readonly unsent: Wire;
  /** Revisions of the reader's of which the worker has not said that they acted. */
  readonly sent: readonly number[];
  /** Settings that are known to be in force in the worker; the same object as `settled` where all are. */
  readonly inForce: Settings;
  readonly playing: boolean;
  /** The step at which it stops by itself. */
  readonly target: number;
  /** The step that the worker is to train to; 0 to rest. */
  readonly goal: number;
  /** Until a new worker has come to where the old one was, settings wait for that step. */
  readonly resumeAt: number;
  /** A frame was asked for and has not come. */
  readonly due: boolean;
  /** The worker has something to show that the page has not asked for. */
  readonly unseen: boolean;

  /** Files that it waits for before its first frame. */
  readonly loading: Omit<Loading, "type" | "run"> | null;
  /** Whether any frame of this run came yet. */
  readonly framed: boolean;
  readonly step: number;
  readonly tensors: number;
  readonly shown: Shown | null;
  readonly lost: Readonly<Record<string, Fault>>;
  readonly fault: Fault | null;
}

/** What is so of every run before it begins, and again when it is left. */
export const AT_REST = {
  begun: false,
  scripted: [],
  unsent: {},
  sent: [],
  playing: false,
  goal: 0,
  resumeAt: 0,
  due: false,
  unseen: false,
  loading: null,
  framed: false,
  step: 0,
  lost: {},
  fault: null,
} as const satisfies Partial<RunState>;

/** Nothing was started yet. */
export function idleRun(demo: Demo, setup: Setup, posters: readonly Poster[]): RunState {
  const values: Settings = { ...defaults(demo.params), ...setup.values };
  const { seed, eager } = setup;
  const stopAt = isInstant({ demo }) ? 0 : (setup.stop ?? endOf(demo));
  return {
    ...AT_REST,
    demo,
    posters,
    eager,
    stopAt,
    values,
    settled: values,
    inForce: values,
    seed,
    begunFrom: null,
    pace: null,
    watched: [],
    visible: true,
    notices: setup.problems,
    journal: journals.begin(demo.id, toWire(demo.params, values), seed, eager),
    revision: 0,
    target: stopAt,
    tensors: 0,
    shown: offered({ demo, posters, values, seed, shown: null }),
  };
}

/** Without steps a demo has nothing to play: it computes anew after each change. */
export const isInstant = ({ demo }: Pick<RunState, "demo">): boolean => demo.steps === undefined;

/** How far the run has come, be it in a worker that is gone. */
export const reached = ({ step, resumeAt }: Pick<RunState, "step" | "resumeAt">): number =>
  Math.max(step, resumeAt);

/** Whether a new worker has not yet come to where the old one was. */
export const catchingUp = ({ step, resumeAt }: Pick<RunState, "step" | "resumeAt">): boolean =>
  step < resumeAt;

/** Whether the newest change has been computed and is here. */
export const upToDate = ({ framed, inForce, settled }: RunState): boolean =>
  framed && inForce === settled;

/** The notices with one more at their end, once. */
export const noted = (notices: readonly string[], sentence: string): readonly string[] => [
  ...notices.filter((notice) => notice !== sentence),
  sentence,
];
