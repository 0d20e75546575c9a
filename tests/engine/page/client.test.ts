/** The life of the worker: spawned when needed, replaced when dead. */
import { expect, test } from "vitest";
import { harness, openToy, until } from "../../fixtures/page-harness.ts";
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
    tick(40);
  }
  expect(run.snapshot().fault).toMatchObject({ code: "backend-lost" });
  const tried = spawned();
  run.reset();
  run.play();
  await until(run, ({ phase }) => phase === "done");
  expect(spawned()).toBe(tried + 1);
});
