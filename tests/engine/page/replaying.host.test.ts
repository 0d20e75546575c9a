/** Runs that are computed again by a real worker come to the same numbers. */
import { expect, test } from "vitest";
import { harness, openToy, until } from "../../fixtures/page-harness.ts";

test("a run with live changes is repeated with them at their steps", async () => {
  const { client, kill, tick, frameDue } = harness();
  const run = openToy(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 20);
  run.commit({ rate: 0.01 });
  await until(run, ({ changes }) => changes.length === 1);
  run.pause();
  await until(run, ({ phase }) => phase === "paused");
  const { step, series, changes } = run.snapshot();
  const before = [...series.loss.values];
  kill();
  run.watch([]);
  run.watch(["weight"]);
  run.commit({ rate: 0.02 });
  await frameDue();
  tick(6);
  await until(
    run,
    (snapshot) => snapshot.step === step && snapshot.series.loss.values.length === step,
  );
  expect([...run.snapshot().series.loss.values]).toEqual(before);
  expect(run.snapshot().changes).toEqual([...new Set([...changes, step])]);
});

test("a setting that is changed while a dead worker is being replaced acts where it was changed", async () => {
  const { client, kill, tick, frameDue } = harness();
  const run = openToy(client);
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 60);
  kill();
  await frameDue();
  const stood = run.snapshot().step;
  tick(6);
  run.limit(null);
  run.commit({ rate: 0.02 });
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().changes).toEqual([stood]);
  const calm = openToy(harness().client);
  const { seed, params, changes } = run.history();
  expect(changes).toEqual([{ step: stood, params: { rate: "0.02" } }]);
  calm.replay({ seed, params }, changes, 300);
  await until(calm, ({ phase }) => phase === "done");
  expect(run.snapshot().curves).toEqual(calm.snapshot().curves);
});
