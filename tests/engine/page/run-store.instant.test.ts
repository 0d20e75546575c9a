/** Demos without steps, on the page and in the real host. */
import { expect, test } from "vitest";
import { instant, instantProgram } from "../../fixtures/kinds.ts";
import { harness, kept, until, type Harness } from "../../fixtures/page-harness.ts";
import { setup } from "../../fixtures/toy.ts";

function open({ client }: Harness) {
  const run = kept(client.open(instant, setup));
  run.watch(["picture", "rows", "seen"]);
  return run;
}
const part = { demo: instant, program: instantProgram };

test("the first touch begins it; each change is computed anew, its measures are those of the newest", async () => {
  const bench = harness(part);
  const run = open(bench);
  expect([run.snapshot().phase, bench.spawned()]).toEqual(["idle", 0]);
  run.input({ gain: 3 });
  expect(bench.said.map(({ type }) => type)).toEqual(["open", "pull"]);
  // Long before the worker is there: the newest alone goes.
  for (const gain of [4, 5, 6]) run.input({ gain });
  expect(run.snapshot().phase).toBe("starting");
  await until(run, ({ phase }) => phase === "done");
  expect(bench.said.filter(({ type }) => type === "set").length).toBe(1);
  const { series, outputs, step, stopAt, stale } = run.snapshot();
  expect({ step, stopAt, stale }).toEqual({ step: 0, stopAt: 0, stale: false });
  expect([...series.dark.steps, ...series.dark.values]).toEqual([0, 24]);
  expect(outputs.picture!.data[0]).toBe(6);
  const before = bench.said.length;
  run.commit({ gain: 1 });
  expect(bench.said.slice(before).map(({ type }) => type)).toEqual(["set", "pull"]);
  await until(run, ({ phase }) => phase === "done");
  expect([...run.snapshot().series.dark.values]).toEqual([4]);
  expect([...series.dark.values]).toEqual([24]);
});

test("views act, take outputs away and bring them back; what changes with settings alone stays as it came", async () => {
  const bench = harness(part);
  const run = open(bench);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  const { seen } = run.snapshot().outputs;
  expect(run.snapshot().outputs.rows!.shape).toEqual([2, 4]);
  run.input({ cut: 0 });
  await until(run, ({ phase }) => phase === "done");
  expect(Object.keys(run.snapshot().outputs).toSorted()).toEqual(["picture", "seen"]);
  run.input({ cut: 1 });
  await until(run, ({ phase }) => phase === "done");
  expect(run.snapshot().outputs.rows!.shape).toEqual([1, 4]);
  expect(run.snapshot().outputs.seen).toEqual(seen);
  expect(run.history().changes).toEqual([]);
});

test("a dead worker is replaced, and all that was drawn is there again", async () => {
  const bench = harness(part);
  const run = open(bench);
  run.input({ gain: 3 });
  await until(run, ({ phase }) => phase === "done");
  run.input({ gain: 4, cut: 1 });
  await until(run, ({ phase }) => phase === "done");
  bench.kill();
  run.input({ gain: 5 });
  bench.tick(6);
  await until(run, ({ phase }) => phase === "done");
  const { outputs, series } = run.snapshot();
  expect([bench.spawned(), outputs.picture!.data[0]]).toEqual([2, 5]);
  expect(outputs.rows!.shape).toEqual([1, 4]);
  expect([...series.dark.values]).toEqual([20]);
});
