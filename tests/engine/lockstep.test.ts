/** Runs side by side from one seed. */
import { beforeAll, expect, test } from "vitest";
import { defaults, toWire } from "../../src/contract/params.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import type { Opening } from "../../src/engine/runner.ts";
import { useBackend } from "../../src/math/backend.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { branching, branchingProgram, cells } from "../fixtures/kinds.ts";

beforeAll(() => useBackend("wasm"));

const params = toWire(branching.params, defaults(branching.params));
const opening: Opening = { demo: branching, program: branchingProgram, params, seed: 3 };

test("each branch is the run that its settings make alone, under names of its own", async () => {
  const both = await runHeadless({ ...opening, steps: 20, outputs: ["at"] });
  const { branches, ...alone } = branching;
  for (const [name, { values }] of Object.entries(branches)) {
    const own = { ...params, ...toWire(alone.params, values) };
    const run = await runHeadless({
      ...opening,
      demo: alone,
      params: own,
      steps: 20,
      outputs: ["at"],
    });
    expect(both.series[`${name}.height`]).toEqual(run.series.height);
    expect(both.series[`${name}.far`]).toEqual(run.series.far);
    expect(both.outputs[`${name}.at`]).toEqual(run.outputs.at);
  }
  expect(Object.keys(both.series).toSorted()).toEqual([
    "fast.far",
    "fast.height",
    "slow.far",
    "slow.height",
  ]);
  // From one seed: both begin at the same place.
  expect(both.series["slow.far"]!.values[0]).toBe(both.series["fast.far"]!.values[0]);
});

test("a live change acts in all at the same step, and what a branch fixes no reader changes", async () => {
  const changes = [{ step: 7, params: { push: "0.5", rate: "0" } }];
  const changed = await runHeadless({ ...opening, steps: 12, changes });
  const plain = await runHeadless({ ...opening, steps: 12 });
  for (const name of ["slow.height", "fast.height"]) {
    const [a, b] = [changed, plain].map(({ series }) => [...series[name]!.values]);
    expect(a!.slice(0, 7)).toEqual(b!.slice(0, 7));
    expect(a![7]).not.toBe(b![7]);
  }
  // At rate 0 nothing would be pushed.
  const [slow, fast] = ["slow.height", "fast.height"].map(
    (name) => changed.series[name]!.values[7]! - plain.series[name]!.values[7]!,
  );
  expect([slow, fast].map((x) => Number(x!.toFixed(3)))).toEqual([0.5, 2.5]);
});

test("a branch whose numbers break ends alone, with its curve up to there; the last one ends the run", async () => {
  const before = tensorCount();
  const runner = await createRunner(opening);
  // Five times as much in the fast branch: too much for float32 within two steps.
  runner.set(1, { push: "5e37" }, 4);
  for (let i = 0; i < 10; i++) await runner.advance();
  const series = await runner.series();
  expect(runner.lost()).toEqual({
    fast: expect.objectContaining({ code: "diverged", step: 6, culprit: "height" }),
  });
  expect([...series["fast.height"]!.steps]).toEqual([1, 2, 3, 4, 5]);
  expect([...series["slow.height"]!.steps]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(Object.keys(await runner.observe(["at"]))).toEqual(["slow.at"]);
  const late = async (): Promise<void> => {
    for (let i = 0; i < 60; i++) await runner.advance();
  };
  await expect(late()).rejects.toMatchObject({ fault: { code: "diverged" } });
  runner.close();
  expect(tensorCount()).toBe(before);
});

test("the run ends where its last branch does, whichever that is", async () => {
  const { slow, fast } = branching.branches;
  for (const branches of [
    { slow, fast },
    { fast, slow },
  ]) {
    const run = runHeadless({
      ...opening,
      demo: { ...branching, branches },
      params: { ...params, push: "5e37" },
      steps: 40,
    });
    await expect(run).rejects.toMatchObject({ fault: { code: "diverged", step: 11 } });
  }
});

test("a run that goes to its end says which branches did not", async () => {
  const { lost } = await runHeadless({ ...opening, params: { ...params, push: "5e37" }, steps: 5 });
  expect(lost).toEqual({ fast: expect.objectContaining({ code: "diverged", step: 2 }) });
});

test("a grid is a branch a cell", async () => {
  const before = tensorCount();
  const { series } = await runHeadless({ ...opening, demo: cells, steps: 6 });
  expect(Object.keys(cells.branches)).toEqual([
    "rate=0.1&push=0",
    "rate=0.1&push=1",
    "rate=0.2&push=0",
    "rate=0.2&push=1",
    "rate=0.3&push=0",
    "rate=0.3&push=1",
  ]);
  expect(Object.keys(series)).toHaveLength(12);
  const end = (name: string): number => series[`${name}.height`]!.values.at(-1)!;
  expect(end("rate=0.3&push=1")).toBeGreaterThan(end("rate=0.1&push=1"));
  expect(tensorCount()).toBe(before);
});

test("replayed branches equal plain ones bit for bit", async () => {
  const curves = async (replay: boolean) => {
    const runner = await createRunner({ ...opening, replay });
    for (let i = 0; i < 12; i++) await runner.advance();
    expect(runner.mode().replaying).toBe(replay);
    const series = await runner.series();
    runner.close();
    return series;
  };
  expect(await curves(true)).toEqual(await curves(false));
});
