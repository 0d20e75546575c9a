/** A run on the page against the real host. */
import { expect, test } from "vitest";
import { harness, kept, openToy, until } from "../../fixtures/page-harness.ts";
import { demo, setup } from "../../fixtures/toy.ts";

test("one step takes one step, pause holds, reset returns to the same beginning", async () => {
  const { client } = harness();
  const run = openToy(client);
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
  const run = openToy(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 20);
  run.commit({ rate: 0.2 });
  expect(run.snapshot().values.rate).toBe(0.2);
  await until(run, ({ changes }) => changes.length === 1);
  run.commit({ grid: true });
  expect(run.snapshot()).toMatchObject({ values: { grid: true }, phase: "training" });
  run.commit({ start: "far" });
  expect(run.snapshot()).toMatchObject({ step: 0, changes: [], phase: "starting" });
  run.limit(null);
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().series.distance.values[0]).toBeGreaterThan(9);
});

test("a run that is paused while it gets ready says so at once, and stays at its beginning", async () => {
  const { client } = harness();
  const run = openToy(client);
  run.play();
  expect(run.snapshot()).toMatchObject({ phase: "starting", playing: true });
  run.pause();
  expect(run.snapshot()).toMatchObject({ phase: "starting", playing: false });
  await until(run, ({ phase }) => phase === "paused");
  expect(run.snapshot()).toMatchObject({ step: 0, playing: false });
});

test("a new seed begins another run, the old seed the same one again", async () => {
  const { client } = harness();
  const run = openToy(client);
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
  const run = openToy(client, { rate: 1000 });
  run.play();
  await until(run, ({ phase }) => phase === "fault");
  expect(run.snapshot().fault).toMatchObject({ code: "diverged", culprit: "loss" });
  run.commit(demo.steps.recovery.values);
  run.reset();
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().fault).toBeNull();
});

test("a link can say where the run stops; run on goes as far again", async () => {
  const { client } = harness();
  const run = kept(client.open(demo, { ...setup, stop: 40 }));
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot()).toMatchObject({ step: 40, stopAt: 40 });
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().step).toBe(80);
});

test("off screen no frame is asked for; back on screen the run goes on", async () => {
  const { client } = harness();
  const run = openToy(client);
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
  const run = openToy(client);
  expect(run.snapshot()).toBe(run.snapshot());
  const before = run.snapshot();
  run.commit({ rate: before.values.rate, start: "near" });
  run.watch(["weight"]);
  run.visible(true);
  expect(run.snapshot()).toBe(before);
  run.commit({ rate: 0.5 });
  expect(run.snapshot()).not.toBe(before);
});

test("commands that overtake a frame under way are not undone by it", async () => {
  const { client } = harness();
  const run = openToy(client);
  for (let i = 0; i < 5; i++) {
    run.reset();
    run.stepOnce();
    await until(run, ({ step }) => step === 1);
    run.reset();
    run.play();
    await until(run, ({ phase }) => phase === "done");
  }
});

test("on a paused run a change is sent in the same task and seen without a step", async () => {
  const { client, said } = harness();
  const run = openToy(client);
  run.stepOnce();
  await until(run, ({ step, phase }) => step === 1 && phase === "paused");
  const before = said.length;
  run.input({ rate: 0.5, grid: true });
  expect(said.slice(before).map(({ type }) => type)).toEqual(["set", "pull"]);
  expect(run.snapshot().stale).toBe(true);
  await until(run, ({ stale }) => !stale);
  expect(run.snapshot()).toMatchObject({ step: 1, changes: [1] });
  expect(run.history().changes).toEqual([{ step: 1, params: { rate: "0.5" } }]);
});

test("a restart keeps the old picture until its own is there", async () => {
  const { client } = harness();
  const run = openToy(client);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  const { weight } = run.snapshot().outputs;
  run.input({ start: "far" });
  expect(run.snapshot()).toMatchObject({ values: { start: "far" }, stale: true, step: 300 });
  run.commit({ start: "far" });
  expect(run.snapshot()).toMatchObject({ phase: "starting", stale: true, step: 0 });
  expect(run.snapshot().outputs.weight).toBe(weight);
  expect(run.snapshot().series.loss.steps.length).toBe(300);
  await until(run, ({ phase }) => phase === "paused");
  expect(run.snapshot().series.loss.steps.length).toBe(0);
  expect(run.snapshot().stale).toBe(false);
  expect(run.snapshot().outputs.weight!.data[0]).toBeGreaterThan(9);
});

test("ten presses on Step in a row take ten steps", async () => {
  const { client } = harness();
  const run = openToy(client);
  for (let i = 0; i < 10; i++) {
    run.stepOnce();
    await new Promise((resolve) => void setTimeout(resolve, 15));
  }
  await until(run, ({ step, phase }) => step >= 10 && phase === "paused");
  await new Promise((resolve) => void setTimeout(resolve, 60));
  expect(run.snapshot().step).toBe(10);
});
