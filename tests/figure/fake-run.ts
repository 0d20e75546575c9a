/** A run in memory that keeps the contract of `Run` and takes its steps when a test says so. */
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, toWire } from "../../src/contract/params.ts";
import type { Points } from "../../src/contract/protocol.ts";
import type { Snapshot } from "../../src/contract/view.ts";
import type { Run } from "../../src/engine/page/run.ts";

export interface FakeRun extends Run {
  /** Trains `steps` steps if the run is going, and tells the listeners. */
  advance(steps: number): void;
  /** Replaces parts of the snapshot and tells the listeners. */
  become(change: Partial<Snapshot>): void;
  /** What the page asked for, in order: `"play"`, `"set c=0.2"`. */
  readonly asked: string[];
}

export interface Trainer {
  readonly metrics: (
    step: number,
    values: Readonly<Record<string, unknown>>,
  ) => Record<string, number>;
  readonly measures: (
    step: number,
    values: Readonly<Record<string, unknown>>,
  ) => Record<string, number>;
  readonly outputs: (step: number, seed: number) => Snapshot["outputs"];
}

const points = (pairs: readonly (readonly [number, number])[]): Points => ({
  steps: Uint32Array.from(pairs, ([step]) => step),
  values: Float32Array.from(pairs, ([, value]) => value),
});

export function fakeRun(demo: Demo, trainer: Trainer, start: Partial<Snapshot> = {}): FakeRun {
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  let history: Record<string, [number, number][]> = {};
  let seed = 1;
  let going = false;
  let now: Snapshot = {
    phase: "idle",
    values: defaults(demo.params),
    seed,
    step: 0,
    stopAt: demo.stopAt,
    series: {},
    outputs: {},
    changes: [],
    stepsPerSecond: 0,
    precomputed: false,
    backend: null,
    tensors: 0,
    fault: null,
    notices: [],
    begunFrom: null,
    ...start,
  };

  const become = (change: Partial<Snapshot>): void => {
    now = { ...now, ...change };
    for (const listener of listeners) listener();
  };
  const record = (numbers: Record<string, number>, step: number): void => {
    for (const [name, value] of Object.entries(numbers)) (history[name] ??= []).push([step, value]);
  };
  const train = (steps: number): void => {
    const end = Math.min(demo.stopAt, now.step + steps);
    for (let step = now.step; step < end; step++) {
      if (step % demo.measureEvery === 0) record(trainer.measures(step, now.values), step);
      record(trainer.metrics(step + 1, now.values), step + 1);
    }
    if (end === demo.stopAt) going = false;
    become({
      step: end,
      phase: end === demo.stopAt ? "done" : going ? "training" : "paused",
      precomputed: false,
      series: Object.fromEntries(
        Object.entries(history).map(([name, pairs]) => [name, points(pairs)]),
      ),
      outputs: trainer.outputs(end, seed),
      stepsPerSecond: going ? 200 : 0,
      backend: "wasm",
    });
  };
  const begin = (): void => {
    history = {};
    become({
      step: 0,
      series: {},
      outputs: trainer.outputs(0, seed),
      changes: [],
      fault: null,
      precomputed: false,
      phase: going ? "training" : "paused",
    });
  };

  return {
    asked,
    become,
    advance: (steps) => {
      if (going) train(steps);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => now,
    set(values) {
      asked.push(
        `set ${Object.entries(values)
          .map((pair) => pair.join("="))
          .join(" ")}`,
      );
      const restarts = Object.keys(values).some((name) => demo.params[name]?.effect === "restart");
      become({
        values: { ...now.values, ...values },
        changes: now.step > 0 && !restarts ? [...now.changes, now.step] : now.changes,
      });
      if (restarts) begin();
    },
    play() {
      asked.push("play");
      going = true;
      if (now.precomputed) begin();
      become({ phase: "training" });
    },
    pause() {
      asked.push("pause");
      going = false;
      become({ phase: "paused", stepsPerSecond: 0 });
    },
    stepOnce() {
      asked.push("stepOnce");
      going = false;
      train(1);
    },
    reset() {
      asked.push("reset");
      going = false;
      begin();
    },
    reseed(next) {
      asked.push(`reseed ${next}`);
      seed = next;
      become({ seed });
      begin();
    },
    replay(from, changes, until) {
      asked.push(`replay ${from.seed} ${changes.length} ${until}`);
      going = true;
      begin();
      train(until);
      going = false;
      become({ phase: "done", backend: "wasm" });
    },
    history: () => ({
      seed: now.seed,
      params: toWire(demo.params, now.values),
      changes: [],
      step: now.step,
    }),
    save: async () => ({
      type: "saved",
      run: "fake",
      step: now.step,
      weights: { w: { shape: [2], data: Float32Array.of(1, 2) } },
      scores: {},
    }),
    load(file) {
      asked.push(`load ${file?.name ?? "none"}`);
      become({ begunFrom: file });
      begin();
    },
    limit: (stepsPerSecond) => asked.push(`limit ${stepsPerSecond}`),
    watch: (outputs) => asked.push(`watch ${outputs.join(",")}`),
    visible: (on) => asked.push(`visible ${on}`),
    close: () => asked.push("close"),
  };
}
