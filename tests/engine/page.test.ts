/** The page's half against the real host in this thread: the worker's life, the run's, and the replay after a death. */
import { afterEach, expect, test, vi } from "vitest";
import type { Report } from "../../src/contract/protocol.ts";
import type { Snapshot } from "../../src/contract/view.ts";
import type { WeightsFile } from "../../src/contract/weights.ts";
import { readWeights, writeWeights } from "../../src/weights/weights-file.ts";
import { createClient, type Client } from "../../src/engine/page/client.ts";
import type { Run } from "../../src/engine/page/run.ts";
import { createHost } from "../../src/engine/worker/host.ts";
import { useBackend } from "../../src/math/backend.ts";
import { card } from "../fixtures/card.ts";
import { demo, program, setup } from "../fixtures/toy.ts";

type ToyRun = Run<typeof demo>;
const runs: ToyRun[] = [];
afterEach(() => {
  for (const run of runs.splice(0)) run.close();
});

/** A client whose "workers" are hosts in this thread; a killed one neither hears nor speaks. */
function harness(): {
  client: Client;
  kill(): void;
  tick(seconds: number): void;
  spawned(): number;
  /** Waits until the page has asked for a frame that has not come. */
  frameDue(): Promise<void>;
} {
  let due = false;
  let alive: { dead: boolean } = { dead: true };
  let spawned = 0;
  // Where a test needs the middle of a run it limits the speed: the toy would be done before the page looks.
  let tick = (): void => {};
  const client = createClient({
    spawn({ report }) {
      const self = { dead: false };
      alive = self;
      due = false;
      spawned += 1;
      const receive = createHost({
        post: (message: Report) => {
          if (self.dead) return;
          if (message.type === "frame") due = false;
          report(structuredClone(message));
        },
        load: async () => ({ demo, program }),
        fetchFile: async () => new ArrayBuffer(0),
        prepare: () => useBackend("wasm"),
        breathe: () => new Promise((resolve) => void setImmediate(resolve)),
        now: () => performance.now(),
      });
      return {
        post: (command) => {
          if (command.type === "pull") due = true;
          if (!self.dead) receive(structuredClone(command));
        },
        terminate: () => {
          self.dead = true;
        },
      };
    },
    nextFrame: (callback) => void setTimeout(callback, 4),
    every(_, callback) {
      tick = callback;
      return () => {};
    },
    now: () => performance.now(),
  });
  return {
    client,
    kill: () => {
      alive.dead = true;
    },
    tick: (seconds) => {
      for (let i = 0; i < seconds; i++) tick();
    },
    spawned: () => spawned,
    frameDue: () => vi.waitFor(() => expect(due).toBe(true), { timeout: 15_000, interval: 4 }),
  };
}

function open(client: Client, values = {}): ToyRun {
  const run = client.open(demo, { ...setup, values });
  run.watch(["weight"]);
  runs.push(run);
  return run;
}

const until = (run: ToyRun, ready: (snapshot: Snapshot<typeof demo>) => boolean): Promise<void> =>
  vi.waitFor(() => expect(ready(run.snapshot())).toBe(true), { timeout: 15_000, interval: 4 });

test("opening starts no worker; play trains to the end, and play again goes on from there", async () => {
  const { client, spawned } = harness();
  const run = open(client);
  expect(run.snapshot()).toMatchObject({ phase: "idle", step: 0, precomputed: false });
  expect(spawned()).toBe(0);
  run.play();
  expect(run.snapshot().phase).toBe("starting");
  await until(run, ({ phase }) => phase === "done");
  const { step, series, outputs, backend } = run.snapshot();
  expect({ step, backend }).toEqual({ step: demo.stopAt, backend: "wasm" });
  expect(series.loss.steps.length).toBe(demo.stopAt);
  expect(outputs.weight!.data.length).toBe(1);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().step).toBe(2 * demo.stopAt);
});

test("one step takes one step, pause holds, reset returns to the same beginning", async () => {
  const { client } = harness();
  const run = open(client);
  run.stepOnce();
  await until(run, ({ step, phase }) => step === 1 && phase === "paused");
  run.stepOnce();
  await until(run, ({ step, phase }) => step === 2 && phase === "paused");
  const first = [...run.snapshot().series.loss.values];
  run.reset();
  await until(
    run,
    ({ step, phase, outputs }) => step === 0 && phase === "paused" && !!outputs.weight,
  );
  expect(run.snapshot().series.loss.values.length).toBe(0);
  run.stepOnce();
  await until(run, ({ step }) => step === 1);
  expect(run.snapshot().series.loss.values[0]).toBe(first[0]);
});

test("live settings act without a restart and are marked; restart settings begin anew and go on", async () => {
  const { client } = harness();
  const run = open(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 20);
  run.set({ rate: 0.2 });
  expect(run.snapshot().values.rate).toBe(0.2);
  await until(run, ({ changes }) => changes.length === 1);
  run.set({ grid: true });
  expect(run.snapshot()).toMatchObject({ values: { grid: true }, phase: "training" });
  run.set({ start: "far" });
  expect(run.snapshot()).toMatchObject({ step: 0, changes: [], phase: "starting" });
  run.limit(null);
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().series.distance.values[0]).toBeGreaterThan(9);
});

test("a new seed begins another run, the old seed the same one again", async () => {
  const { client } = harness();
  const run = open(client);
  const losses: number[] = [];
  for (const seed of [1, 2, 1]) {
    run.reseed(seed);
    run.stepOnce();
    await until(run, (snapshot) => snapshot.seed === seed && snapshot.step === 1);
    losses.push(run.snapshot().series.loss.values[0]!);
    run.reset();
  }
  expect(losses[2]).toBe(losses[0]);
  expect(losses[1]).not.toBe(losses[0]);
});

test("a diverged run says why; the repair and a reset make it run again", async () => {
  const { client } = harness();
  const run = open(client, { rate: 1000 });
  run.play();
  await until(run, ({ phase }) => phase === "fault");
  expect(run.snapshot().fault).toMatchObject({ code: "diverged", culprit: "loss" });
  run.set(demo.recovery.values);
  run.reset();
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().fault).toBeNull();
});

const fileWith = async (shape: number[]): Promise<WeightsFile> => {
  const data = new Float32Array(shape[0]!).fill(5);
  const bytes = (await writeWeights({ w: { shape, data } }, card, "F32")).buffer;
  return { name: "mine.safetensors", bytes, weights: await readWeights(bytes) };
};

test("runs begin from a loaded file, after a reset and in a new worker too, until it is given back", async () => {
  const { client, kill, tick, frameDue } = harness();
  const run = open(client);
  const file = await fileWith([1]);
  const begun = (): Promise<void> =>
    until(run, ({ series, phase }) => phase === "paused" && series.distance.values[0] === 5);
  run.load(file);
  await begun();
  expect(run.snapshot()).toMatchObject({ step: 0, begunFrom: file });
  run.reset();
  await begun();
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 10);
  kill();
  await frameDue();
  tick(6);
  await until(run, ({ step }) => step > 20);
  expect(run.snapshot().series.distance.values[0]).toBe(5);
  run.load(null);
  await until(run, ({ step }) => step > 0);
  const { series, begunFrom } = run.snapshot();
  expect(begunFrom).toBeNull();
  expect(series.distance.values[0]).not.toBe(5);
});

test("a file that does not fit ends in a fault, and giving it back mends the run", async () => {
  const { client } = harness();
  const run = open(client);
  run.load(await fileWith([2]));
  await until(run, ({ phase }) => phase === "fault");
  expect(run.snapshot().fault).toMatchObject({ code: "bad-file" });
  run.load(null);
  run.play();
  await until(run, ({ phase }) => phase === "done");
});

test("a link can say where the run stops; run on goes as far again", async () => {
  const { client } = harness();
  const run = client.open(demo, { ...setup, stop: 40 });
  runs.push(run);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot()).toMatchObject({ step: 40, stopAt: 40 });
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().step).toBe(80);
});

test("a worker that dies is replaced and its run repeated to the same numbers", async () => {
  const { client, kill, tick, spawned, frameDue } = harness();
  const calm = open(harness().client);
  const run = open(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 30);
  kill();
  await frameDue();
  tick(4);
  expect(spawned()).toBe(1);
  tick(2);
  expect(spawned()).toBe(2);
  expect(run.snapshot().notices.join()).toMatch(/stopped answering at step \d+ and was replaced/);
  await until(run, ({ phase }) => phase === "done");
  calm.play();
  await until(calm, ({ phase }) => phase === "done");
  expect(run.snapshot().series).toEqual(calm.snapshot().series);
});

test("a run with live changes is repeated with them at their steps", async () => {
  const { client, kill, tick, frameDue } = harness();
  const run = open(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 20);
  run.set({ rate: 0.01 });
  await until(run, ({ changes }) => changes.length === 1);
  run.pause();
  await until(run, ({ phase }) => phase === "paused");
  const { step, series, changes } = run.snapshot();
  const before = [...series.loss.values];
  kill();
  run.watch([]);
  run.watch(["weight"]);
  run.set({ rate: 0.02 });
  await frameDue();
  tick(6);
  await until(
    run,
    (snapshot) => snapshot.step === step && snapshot.series.loss.values.length === step,
  );
  expect([...run.snapshot().series.loss.values]).toEqual(before);
  expect(run.snapshot().changes).toEqual([...new Set([...changes, step])]);
});

test("workers that keep dying are given up with a sentence, and a reset tries again", async () => {
  const { client, kill, tick, spawned, frameDue } = harness();
  const run = open(client);
  run.play();
  for (let i = 0; i < 5 && run.snapshot().phase !== "fault"; i++) {
    kill();
    await frameDue();
    tick(40);
  }
  expect(run.snapshot().fault).toMatchObject({ code: "backend-lost" });
  const tried = spawned();
  run.reset();
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(spawned()).toBe(tried + 1);
});

test("off screen no frame is asked for; back on screen the run goes on", async () => {
  const { client } = harness();
  const run = open(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 5);
  run.visible(false);
  await new Promise((resolve) => void setTimeout(resolve, 100));
  const { step } = run.snapshot();
  await new Promise((resolve) => void setTimeout(resolve, 150));
  expect(run.snapshot().step).toBe(step);
  run.visible(true);
  await until(run, ({ phase }) => phase === "done");
});

test("a snapshot is the same object until something changed", async () => {
  const { client } = harness();
  const run = open(client);
  expect(run.snapshot()).toBe(run.snapshot());
  const before = run.snapshot();
  run.set({ rate: 0.5 });
  expect(run.snapshot()).not.toBe(before);
});

test("commands that overtake a frame under way are not undone by it", async () => {
  const { client } = harness();
  const run = open(client);
  for (let i = 0; i < 5; i++) {
    run.reset();
    run.stepOnce();
    await until(run, ({ step }) => step === 1);
    run.reset();
    run.play();
    await until(run, ({ phase }) => phase === "done");
  }
});
