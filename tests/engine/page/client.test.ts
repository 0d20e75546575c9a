/** The life of the worker: spawned when needed, replaced when dead. */
import { expect, test, vi } from "vitest";
import type { Command, Report } from "../../../src/contract/protocol.ts";
import { createClient } from "../../../src/engine/page/client.ts";
import { harness, openToy, until } from "../../fixtures/page-harness.ts";
import { frame } from "../../fixtures/run-machine.ts";
import { demo, setup } from "../../fixtures/toy.ts";

test("opening starts no worker; play trains to the end, and play again goes on from there", async () => {
  const { client, spawned } = harness();
  const run = openToy(client);
  expect(run.snapshot()).toMatchObject({ phase: "idle", step: 0, precomputed: false });
  expect(spawned()).toBe(0);
  run.play();
  expect(run.snapshot().phase).toBe("starting");
  await until(run, ({ phase }) => phase === "done");
  const { step, series, outputs, backend } = run.snapshot();
  expect({ step, backend }).toEqual({ step: demo.steps.stopAt, backend: "wasm" });
  expect(series.loss.steps.length).toBe(demo.steps.stopAt);
  expect(outputs.weight!.data.length).toBe(1);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().step).toBe(2 * demo.steps.stopAt);
});

test("a worker that dies is replaced and its run repeated to the same numbers", async () => {
  const { client, kill, tick, spawned, frameDue } = harness();
  const calm = openToy(harness().client);
  const run = openToy(client);
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

test("workers that keep dying are given up with a sentence, and a reset tries again", async () => {
  const { client, kill, tick, spawned, frameDue } = harness();
  const run = openToy(client);
  run.play();
  for (let i = 0; i < 5 && run.snapshot().phase !== "fault"; i++) {
    kill();
    await frameDue();
    tick(240);
  }
  expect(run.snapshot().fault).toMatchObject({ code: "backend-lost" });
  const tried = spawned();
  run.reset();
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(spawned()).toBe(tried + 1);
});

test.each([
  [2, 3, null],
  [Infinity, 4, "The training worker could not start: its file could not be loaded."],
])(
  "a worker whose script fails %f times is asked for %i times",
  async (failures, asked, message) => {
    let spawned = 0;
    const client = createClient({
      spawn({ broken }) {
        spawned += 1;
        if (spawned <= failures)
          setTimeout(() => broken("its file could not be loaded.", "no-file"));
        return { post() {}, terminate() {} };
      },
      nextFrame: () => {},
      every: () => () => {},
      now: () => 0,
    });
    const run = openToy(client);
    run.play();
    await vi.waitFor(() => expect(spawned).toBe(asked));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([spawned, run.snapshot().fault?.message ?? null]).toEqual([asked, message]);
    // The one press that mends it is to try again.
    expect(run.snapshot().fault?.code).toBe(message === null ? undefined : "no-file");
    // No step was lost with a worker that never worked.
    expect(run.snapshot().notices).toEqual([]);
  },
);

/** A client whose worker says only what the test says for it. */
function scripted() {
  const said: Command[] = [];
  let now = 0;
  let spawned = 0;
  let answer: (report: Report) => void = () => {};
  let arriving: (loaded: number, total: number) => void = () => {};
  let tick = (): void => {};
  const client = createClient({
    spawn(on) {
      spawned += 1;
      answer = on.report;
      ({ arriving } = on);
      return { post: (command) => said.push(command), terminate() {} };
    },
    nextFrame: (callback) => callback(),
    every(_, callback) {
      tick = callback;
      return () => {};
    },
    // Each look at the clock is a second later: no pull waits for the one before.
    now: () => (now += 1000),
  });
  const ticks = (seconds: number): void => {
    for (let i = 0; i < seconds; i++) tick();
  };
  return {
    client,
    said,
    spawned: () => spawned,
    answer: (report: Report) => answer(report),
    arriving: (loaded: number, total: number) => arriving(loaded, total),
    ticks,
  };
}

test("a step that takes longer than the patience is waited for in the end, and the notice stands once", () => {
  const { client, answer, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.play();
  answer(frame(0, { run: "run-1" }));
  // Seconds that a step takes; a worker that is asked again begins anew.
  const step = 12;
  let waited = 0;
  for (let seconds = 0; seconds < 200 && run.snapshot().step < 3; seconds++) {
    const workers = spawned();
    ticks(1);
    waited += 1;
    if (spawned() > workers) {
      answer(frame(0, { run: "run-1" }));
      waited = 0;
    } else if (waited === step) {
      answer(frame(run.snapshot().step + 1, { run: "run-1" }));
      waited = 0;
    }
  }
  expect(run.snapshot()).toMatchObject({ step: 3, fault: null });
  expect(spawned()).toBe(3);
  expect(run.snapshot().notices.length).toBe(1);
});

test("workers that come no further than the one before are given up, though each answers at first", () => {
  const { client, answer, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.play();
  for (let seconds = 0; seconds < 300 && run.snapshot().fault === null; seconds++) {
    const workers = spawned();
    ticks(1);
    if (spawned() > workers || seconds === 0) answer(frame(0, { run: "run-1" }));
  }
  expect(spawned()).toBe(4);
  expect(run.snapshot().fault).toMatchObject({
    code: "backend-lost",
    message: expect.stringContaining("gave no answer for 40 s"),
  });
});

test("a run at rest that is answered forgets the workers that died", () => {
  const { client, answer, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.stepOnce();
  answer(frame(1, { run: "run-1" }));
  for (let deaths = 1; deaths <= 6; deaths++) {
    run.commit({ grid: deaths % 2 === 1 });
    ticks(40);
    expect(spawned()).toBe(deaths + 1);
    answer(frame(1, { run: "run-1", applied: [{ rev: deaths, step: 1 }] }));
  }
  expect(run.snapshot().fault).toBeNull();
});

test("a figure that comes near warms the worker once a demo; nothing does so before", () => {
  const { client, said, spawned } = scripted();
  client.open(demo, setup);
  expect(spawned()).toBe(0);
  client.warm(demo.id);
  client.warm(demo.id);
  client.warm("toy/other");
  expect(spawned()).toBe(1);
  expect(said).toEqual([
    { type: "warm", demo: demo.id },
    { type: "warm", demo: "toy/other" },
  ]);
});

test("a worker that says it is alive is not replaced, however long the frame that is due takes", () => {
  const { client, answer, ticks, spawned } = scripted();
  const first = client.open(demo, setup);
  first.stepOnce();
  answer(frame(1, { run: "run-1" }));
  first.stepOnce();
  const other = client.open(demo, setup);
  other.stepOnce();
  answer(frame(1, { run: "run-2" }));
  other.stepOnce();
  for (let i = 0; i < 5; i++) {
    ticks(4);
    answer({ type: "alive", run: "run-1" });
  }
  expect(spawned()).toBe(1);
  ticks(5);
  expect(spawned()).toBe(2);
});

test("a worker whose files are on their way is not replaced, and the run says how far they are", () => {
  const { client, answer, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.stepOnce();
  for (let i = 1; i <= 4; i++) {
    ticks(20);
    answer({ type: "loading", run: "run-1", loaded: i * 1e6, total: 9e6 });
    expect(run.snapshot().loading).toEqual({ loaded: i * 1e6, total: 9e6 });
  }
  expect(spawned()).toBe(1);
  ticks(30);
  expect(spawned()).toBe(2);
  expect(run.snapshot().loading).toBeNull();
});

test("while its own files arrive a worker is not replaced, and the run says so until it is ready", () => {
  const { client, answer, arriving, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.play();
  for (let i = 1; i <= 4; i++) {
    ticks(20);
    arriving(i * 1e5, 9e5);
    expect(run.snapshot().loading).toEqual({ loaded: i * 1e5, total: 9e5, engine: true });
  }
  expect(spawned()).toBe(1);
  answer({ type: "ready", backend: "wasm" });
  expect(run.snapshot().loading).toBeNull();
  ticks(30);
  expect(spawned()).toBe(2);
});

test("weights on their way to a file are no frame: the one that is due stays due", () => {
  const { client, answer, ticks, spawned } = scripted();
  const run = client.open(demo, setup);
  run.stepOnce();
  answer(frame(1, { run: "run-1" }));
  run.stepOnce();
  ticks(4);
  answer({ type: "saved", run: "run-1", step: 1, weights: null, scores: {} });
  ticks(1);
  expect(spawned()).toBe(2);
});

test("one trains at a time: who plays pauses the others, which say so", () => {
  const { client, answer } = scripted();
  const [first, second, still] = [1, 2, 3].map(() => client.open(demo, setup));
  still!.stepOnce();
  first!.play();
  answer(frame(5, { run: "run-2" }));
  expect(first!.snapshot().phase).toBe("training");
  second!.replay({ seed: 1, params: {} }, [], 20);
  expect(first!.snapshot()).toMatchObject({
    phase: "paused",
    notices: ["Paused: another figure is training."],
  });
  expect(still!.snapshot().notices).toEqual([]);
  answer(frame(1, { run: "run-3" }));
  expect(second!.snapshot().phase).toBe("training");
  first!.play();
  expect(first!.snapshot().notices).toEqual([]);
  expect(second!.snapshot().phase).toBe("paused");
});
