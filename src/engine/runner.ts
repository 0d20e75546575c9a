/** One run of one program: its state, its clock and its random keys. Knows no thread and no paper. */
import type { NDArray } from "../contract/array.ts";
import type { Demo } from "../contract/demo.ts";
import { fromWire, type Wire } from "../contract/params.ts";
import type { Points } from "../contract/protocol.ts";
import type { Named } from "../contract/weights.ts";
import type { Score } from "../contract/weights.ts";
import { fold, keyOf, type Key } from "../math/key.ts";
import { dispose, read, scope } from "../math/memory.ts";
import { createStepper, type Step, type Stepper } from "../math/replay/stepper.ts";
import { stack } from "../math/shape.ts";
import { named } from "../math/tree-names.ts";
import type { Tree } from "../math/tree.ts";
import { firstWeights, fitted, withWeights } from "./first-state.ts";
import { createMetricRows } from "./metric-rows.ts";
import type { AnyProgram, Assets } from "./program.ts";
import { createRecorder } from "./record.ts";
import { RunFault } from "./run-fault.ts";
import { measuresOf, scoresOf } from "./scores.ts";
import { createSettings } from "./settings.ts";

/** Metrics wait on the device and are read in one go; this many steps bound what waits. */
const READ_EVERY = 128;
/** Batches behind a score: the ring takes about half a second for them. */
const SCORE_BATCHES = 20;

export interface Opening {
  readonly demo: Demo;
  readonly program: AnyProgram;
  readonly params: Wire;
  readonly seed: number;
  readonly assets?: Assets;
  /** A file of weights to begin from, in place of what the settings say. */
  readonly weights?: ArrayBuffer;
  /** False takes every step plainly: the reference that replayed steps must equal. */
  readonly replay?: boolean;
  /** Goes on from where another run of the same settings and code was left, with the same bits. */
  readonly resume?: Left;
}

/** A run as it was left. */
export interface Left {
  readonly step: number;
  readonly state: Named;
}

export interface Runner {
  readonly step: number;
  /** Live parameters, from the next step on, or held back until `at` steps were taken. */
  set(rev: number, params: Wire, at?: number): void;
  /** One step. Throws RunFault when the numbers stop being finite (found at the latest READ_EVERY steps later). */
  advance(): Promise<void>;
  observe(outputs: readonly string[]): Promise<Record<string, NDArray>>;
  /** Curves since the last call. */
  series(): Promise<Record<string, Points>>;
  /** Revisions that took effect since the last call, with the steps taken before. */
  applied(): { rev: number; step: number }[];
  /** The weights, by name; null where the program does not say which they are. */
  weights(): Promise<Named | null>;
  /** The measures of the weights as they are, over several batches; the run goes on as if nobody had asked. */
  scores(): Promise<Record<string, Score>>;
  /** Everything that the next step depends on besides settings and seed. */
  left(): Promise<Left>;
  mode: Stepper<Tree>["mode"];
  close(): void;
}

/** Builds the first state and takes its measures. */
export async function createRunner(opening: Opening): Promise<Runner> {
  const { demo, program, seed, assets = {}, resume } = opening;
  let { values } = fromWire(demo.params, opening.params);
  let wire: Wire = opening.params;
  const root = keyOf(seed);
  const keys = {
    step: fold(root, "step"),
    measure: fold(root, "measure"),
    observe: fold(root, "observe"),
    score: fold(root, "score"),
  };
  const metricNames = Object.keys(demo.metrics);
  const recorder = createRecorder([...metricNames, ...Object.keys(demo.measures)]);
  const trained = await firstWeights(demo, values, assets, opening.weights);
  const first = scope(() => {
    const fresh = program.init(values, fold(root, "init"), assets) as Tree;
    if (resume) return fitted(fresh, resume.state);
    return trained ? withWeights(program, fresh, trained) : fresh;
  });
  const settings = createSettings(values);
  const stepper = createStepper(first, step, { replay: opening.replay ?? true });
  const rows = createMetricRows(metricNames.length);
  let taken = resume?.step ?? 0;
  let held: { rev: number; params: Wire; at: number }[] = [];
  let acted: { rev: number; step: number }[] = [];
  await measure();

  function step(state: Tree, key: Key): ReturnType<Step<Tree>> {
    const { state: next, metrics } = program.step(state, settings.values, key, settings.scalars);
    return { state: next as Tree, metrics: stack(metricNames.map((name) => metrics[name]!)) };
  }

  function applyDue(): void {
    const due = held.filter(({ at }) => at <= taken);
    if (due.length === 0) return;
    held = held.filter(({ at }) => at > taken);
    for (const { rev, params } of due) {
      wire = { ...wire, ...params };
      acted.push({ rev, step: taken });
    }
    values = fromWire(demo.params, wire).values;
    if (settings.change(values)) stepper.change(step);
  }

  async function measure(): Promise<void> {
    const measured = await measuresOf(program, stepper.state, values, fold(keys.measure, taken));
    for (const [name, value] of Object.entries(measured)) recorder.add(name, taken, value);
  }

  /** Moves waiting metrics to the recorder and stops at the first that is not finite. */
  async function readMetrics(): Promise<void> {
    for (const { step: at, numbers } of await rows.take()) {
      for (const [column, name] of metricNames.entries()) {
        const value = numbers[column]!;
        if (!Number.isFinite(value)) throw diverged(demo, name, at);
        recorder.add(name, at, value);
      }
    }
  }

  return {
    get step() {
      return taken;
    },
    set(rev, params, at = taken) {
      held.push({ rev, params, at });
      if (at <= taken) applyDue();
    },
    async advance() {
      const metrics = stepper.advance(fold(keys.step, taken));
      taken += 1;
      rows.add(taken, metrics);
      const due = taken % demo.measureEvery === 0;
      if (due || rows.waiting() >= READ_EVERY) await readMetrics();
      if (due) await measure();
      applyDue();
    },
    async observe(outputs) {
      const arrays: Record<string, NDArray> = {};
      for (const name of outputs) {
        if (!Object.hasOwn(demo.outputs, name)) continue;
        const tensor = scope(() => program.observe[name]!(stepper.state, values, keys.observe));
        arrays[name] = await read(tensor);
        dispose(tensor);
      }
      return arrays;
    },
    async series() {
      await readMetrics();
      return recorder.take();
    },
    applied() {
      const reports = acted;
      acted = [];
      return reports;
    },
    async weights() {
      return program.weights ? arraysOf(program.weights.of(stepper.state)) : null;
    },
    scores: () => scoresOf(demo, program, stepper.state, values, keys.score, SCORE_BATCHES),
    left: async () => ({ step: taken, state: await arraysOf(stepper.state) }),
    mode: stepper.mode,
    close() {
      stepper.close();
      settings.free();
      rows.free();
    },
  };
}

async function arraysOf(tree: Tree): Promise<Named> {
  const arrays: [string, NDArray][] = [];
  for (const [name, leaf] of named(tree)) arrays.push([name, await read(leaf)]);
  return Object.fromEntries(arrays);
}

function diverged(demo: Demo, metric: string, step: number): RunFault {
  const label = demo.metrics[metric]?.label ?? metric;
  return new RunFault({
    code: "diverged",
    message: `Training diverged: at step ${step}, “${label}” stopped being a finite number.`,
    step,
    culprit: metric,
  });
}
