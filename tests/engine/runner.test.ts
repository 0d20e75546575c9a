import { beforeAll, expect, test } from "vitest";
import { defaults, toWire } from "../../src/contract/params.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import { RunFault } from "../../src/engine/run-fault.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { useBackend } from "../../src/math/backend.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { demo, program } from "../fixtures/toy.ts";

const params = toWire(demo.params, defaults(demo.params));
const opening = { demo, program, params, seed: 7 };

beforeAll(async () => {
  expect(await useBackend("wasm")).toEqual({ backend: "wasm" });
});

test("the same seed gives the same bits, another seed other ones", async () => {
  const first = await runHeadless({ ...opening, steps: 60 });
  const second = await runHeadless({ ...opening, steps: 60 });
  const other = await runHeadless({ ...opening, seed: 8, steps: 60 });
  expect(second.series).toEqual(first.series);
  expect(other.series.loss).not.toEqual(first.series.loss);
  expect(first.series.loss!.values.at(-1)).toBeLessThan(0.01);
});

test("metrics come for every step, measures at step 0 and then at their own interval", async () => {
  const { series } = await runHeadless({ ...opening, steps: 25 });
  expect([...series.loss!.steps]).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  expect([...series.distance!.steps]).toEqual([0, 10, 20]);
});

test("a live change acts from the step after, and replays at the step it acted", async () => {
  const runner = await createRunner(opening);
  for (let i = 0; i < 13; i++) await runner.advance();
  runner.set(1, { rate: "0.3" });
  for (let i = 0; i < 7; i++) await runner.advance();
  expect(runner.applied()).toEqual([{ rev: 1, step: 13 }]);
  expect(runner.applied()).toEqual([]);
  const live = await runner.series();
  runner.close();

  const replayed = await runHeadless({
    ...opening,
    steps: 20,
    changes: [{ step: 13, params: { rate: "0.3" } }],
  });
  const unchanged = await runHeadless({ ...opening, steps: 20 });
  expect(replayed.series).toEqual(live);
  expect(unchanged.series.loss!.values.slice(0, 13)).toEqual(live.loss!.values.slice(0, 13));
  expect(unchanged.series.loss!.values[15]).not.toEqual(live.loss!.values[15]);
});

test("reading curves in portions changes nothing", async () => {
  const runner = await createRunner(opening);
  const portions: number[] = [];
  for (let i = 1; i <= 200; i++) {
    await runner.advance();
    if (i % 37 === 0 || i === 200) portions.push(...(await runner.series()).loss!.values);
  }
  runner.close();
  const whole = await runHeadless({ ...opening, steps: 200 });
  expect(Float32Array.from(portions)).toEqual(whole.series.loss!.values);
});

test("a run that diverges stops with the first step that shows it, and keeps the curve up to there", async () => {
  const runner = await createRunner({ ...opening, params: { ...params, rate: "1000" } });
  const run = async (): Promise<void> => {
    for (let i = 0; i < 400; i++) await runner.advance();
  };
  const error = await run().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunFault);
  const { fault } = error as RunFault;
  expect(fault).toMatchObject({ code: "diverged", culprit: "loss" });
  const { loss } = await runner.series();
  expect(loss!.steps.at(-1)).toBe(fault.step! - 1);
  expect(loss!.values.every(Number.isFinite)).toBe(true);
  runner.close();
});

test("memory is flat over a run and returns to what it was", async () => {
  const before = tensorCount();
  const runner = await createRunner(opening);
  const counts: number[] = [];
  for (let i = 1; i <= 2000; i++) {
    await runner.advance();
    if (i === 100 || i === 2000) {
      await runner.series();
      await runner.observe(["weight"]);
      counts.push(tensorCount());
    }
  }
  expect(counts[1]).toBe(counts[0]);
  runner.close();
  expect(tensorCount()).toBe(before);
});

test("an output that the demo does not have is passed over", async () => {
  const runner = await createRunner(opening);
  expect(await runner.observe(["weight", "constructor", "nothing"])).toEqual({
    weight: { shape: [1], data: expect.any(Float32Array) },
  });
  runner.close();
});
