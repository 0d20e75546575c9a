/** One run of one program. */
import { quantitiesOf, type Demo } from "../contract/demo.ts";
import { fromWire, type Wire } from "../contract/params.ts";
import { fold, keyOf, type Key } from "../math/key.ts";
import { scope } from "../math/memory.ts";
import { createStepper, type Step } from "../math/replay/stepper.ts";
import { stack } from "../math/shape.ts";
import type { Tensor } from "../math/tensor.ts";
import { arraysOf } from "./arrays-of.ts";
import { noFiles } from "./files.ts";
import { firstWeights, fitted, withWeights } from "./first-state.ts";
import { meanOf, measuresOf, type Subject } from "./measuring.ts";
import { createMetricRows } from "./metric-rows.ts";
import { readMade } from "./observed.ts";
import { createRecorder } from "./record.ts";
import { RunFault } from "./run-fault.ts";
import type { Opening, Runner } from "./runner.ts";
import { createScoring } from "./scoring.ts";
import { createSettings, valuesForNumbers } from "./settings.ts";
import { createSharing } from "./sharing.ts";
import type { Tree } from "../math/tree.ts";

/** Metrics wait on the device and are read in one go; this many steps bound what waits. */
const READ_EVERY = 128;
/** Batches behind a score: the ring takes about half a second for them. */
const SCORE_BATCHES = 20;

/** Builds the first state and takes its measures. */
export async function createSingleRun(opening: Opening): Promise<Runner> {
  const { demo, program, seed, files = noFiles, resume, between } = opening;
  const { steps } = demo;
  let { values } = fromWire(demo.params, opening.params);
  let wire: Wire = opening.params;
  const root = keyOf(seed);
  const keys = {
    step: fold(root, "step"),
    measure: fold(root, "measure"),
    observe: fold(root, "observe"),
    score: fold(root, "score"),
  };
  const metricNames = Object.keys(steps?.metrics ?? {});
  const recorder = createRecorder(Object.keys(quantitiesOf(demo)));
  const data = await files.data(demo, program);
  const trained = await firstWeights(demo, values, files, opening.weights);
  const first = scope(() => {
    const seen = valuesForNumbers(demo.params, values);
    const fresh = program.init(seen, fold(root, "init"), data) as Tree;
    if (resume) return fitted(fresh, resume.state);
    return trained ? withWeights(program, fresh, trained) : fresh;
  });
  const settings = createSettings(demo.params, values);
  const stepper = createStepper(first, step, { replay: opening.replay ?? true });
  const rows = createMetricRows(metricNames.length);
  const sharing = createSharing(program, demo.params, stepper.state, keys.observe, data, {
    values,
    wire,
  });
  const subject = (): Subject => ({ demo, program, state: stepper.state, values, data, sharing });
  let taken = resume?.step ?? 0;
  let revision = 0;
  let held: { rev: number; params: Wire; at: number }[] = [];
  let acted: { rev: number; step: number }[] = [];
  /** Without steps, a change of a setting is what measures wait for. */
  let unmeasured = false;
  await measure();

  function step(state: Tree, key: Key): ReturnType<Step<Tree>> {
    const made = program.step!(state, settings.values, key, settings.scalars, data);
    return {
      state: made.state as Tree,
      metrics: stack(metricNames.map((name) => made.metrics[name]!)),
    };
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
    revision += 1;
    sharing.change(values, wire);
    if (settings.change(values)) stepper.change(step);
    unmeasured = !steps;
  }

  async function measure(): Promise<void> {
    const measured = await measuresOf(subject(), fold(keys.measure, taken), between);
    for (const [name, value] of Object.entries(measured)) recorder.add(name, taken, meanOf(value));
  }

  async function catchUp(): Promise<void> {
    if (!unmeasured) return;
    unmeasured = false;
    recorder.take();
    await measure();
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
    get revision() {
      return revision;
    },
    set(rev, params, at = taken) {
      held.push({ rev, params, at });
      if (at <= taken) applyDue();
    },
    async advance() {
      if (!steps) throw new Error(`${demo.id} has no steps.`);
      settings.count(taken);
      const metrics = stepper.advance(fold(keys.step, taken));
      taken += 1;
      rows.add(taken, metrics);
      const due = taken % steps.measureEvery === 0;
      if (due || rows.waiting() >= READ_EVERY) await readMetrics();
      if (due) await measure();
      applyDue();
    },
    async observe(outputs) {
      const asked = outputs.filter((name) => Object.hasOwn(demo.outputs, name));
      if (asked.length === 0) return {};
      const absent: Record<string, null> = {};
      const kept = (): Tree => [stepper.state, sharing.kept()];
      const arrays = await readMade(kept, () => {
        const given = { ...data, ...sharing.ways };
        const ways = program.observe(stepper.state, values, keys.observe, given);
        const made: Record<string, Tensor> = {};
        for (const name of asked) {
          const way = ways[name] as (() => Tensor) | null;
          if (way) made[name] = way();
          else absent[name] = null;
        }
        return made;
      });
      return { ...arrays, ...absent };
    },
    async series() {
      await readMetrics();
      await catchUp();
      return recorder.take();
    },
    applied() {
      const reports = acted;
      acted = [];
      return reports;
    },
    lost: () => ({}),
    async weights() {
      return program.weights ? arraysOf(program.weights.of(stepper.state)) : null;
    },
    scoring: () => createScoring(subject(), keys.score, SCORE_BATCHES),
    left: async () => ({ step: taken, state: await arraysOf(stepper.state) }),
    mode: stepper.mode,
    close() {
      sharing.free();
      stepper.close();
      settings.free();
      rows.free();
    },
  };
}

function diverged(demo: Demo, metric: string, step: number): RunFault {
  const label = demo.steps?.metrics[metric]?.label ?? metric;
  return new RunFault({
    code: "diverged",
    message: `Training diverged: at step ${step}, “${label}” stopped being a finite number.`,
    step,
    culprit: metric,
  });
}
