/** Kinds of demos that are not training: without steps, on data, measured in units, with settings that only show. */
import { beforeAll, describe, expect, test } from "vitest";
import { defaults, toWire, type Params, type Wire } from "../../src/contract/params.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { createFiles } from "../../src/engine/files.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import { defineProgram, type AnyProgram } from "../../src/engine/program.ts";
import type { Opening } from "../../src/engine/runner.ts";
import { useBackend } from "../../src/math/backend.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { counting, countingProgram, instant, instantProgram } from "../fixtures/kinds.ts";
import { demo as toy, program as toyProgram } from "../fixtures/toy.ts";

beforeAll(() => useBackend("wasm"));

const usual = (params: Params): Wire => toWire(params, defaults(params));
const opened = (program: AnyProgram = instantProgram): Opening => ({
  demo: instant,
  program,
  params: usual(instant.params),
  seed: 1,
});

describe("without steps", () => {
  test("measures are taken at step 0, and anew after each change, of which only the newest is told", async () => {
    const before = tensorCount();
    const runner = await createRunner(opened());
    const dark = async () => (await runner.series()).dark!;
    expect(await dark()).toEqual({ steps: Uint32Array.of(0), values: Float32Array.of(8) });
    expect((await dark()).values).toHaveLength(0);
    runner.set(1, { gain: "3" });
    runner.set(2, { ink: "AQ" });
    expect(await dark()).toEqual({ steps: Uint32Array.of(0), values: Float32Array.of(3) });
    expect(runner.applied()).toEqual([
      { rev: 1, step: 0 },
      { rev: 2, step: 0 },
    ]);
    await expect(runner.advance()).rejects.toThrow("toy/instant has no steps");
    runner.close();
    expect(tensorCount()).toBe(before);
  });

  test("headless, changes act before the end", async () => {
    const changes = [{ step: 0, params: { gain: "5" } }];
    const { series, outputs } = await runHeadless({
      ...opened(),
      steps: 0,
      changes,
      outputs: ["picture"],
    });
    expect([...series.dark!.values]).toEqual([20]);
    expect([...outputs.picture!.data]).toEqual([5, 5, 5, 5, 0, 0, 0, 0]);
  });
});

describe("outputs", () => {
  test("share what is computed once, may be what the state holds, and leave nothing behind", async () => {
    const runner = await createRunner(opened());
    const before = tensorCount();
    const all = await runner.observe(["picture", "rows", "seen"]);
    expect(tensorCount()).toBe(before);
    expect([...all.seen!.data]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    runner.close();

    const holding = defineProgram(toy, {
      ...toyProgram,
      observe: ({ w }) => ({ weight: () => w }),
    });
    const run = await createRunner({
      demo: toy,
      program: holding,
      params: usual(toy.params),
      seed: 1,
    });
    for (let i = 0; i < 5; i++) {
      await run.advance();
      const { weight } = await run.observe(["weight"]);
      expect(Number.isFinite(weight!.data[0])).toBe(true);
    }
    run.close();
  });

  test("may be absent, and follow a setting that only shows", async () => {
    const runner = await createRunner(opened());
    expect((await runner.observe(["rows"])).rows!.shape).toEqual([2, 4]);
    runner.set(1, { cut: "1" });
    expect((await runner.observe(["rows"])).rows!.shape).toEqual([1, 4]);
    runner.set(2, { cut: "0" });
    expect(await runner.observe(["rows"])).toEqual({ rows: null });
    runner.close();
  });
});

test.each(["init", "sample", "step"] as const)("a view setting is refused in %s", async (where) => {
  const look = (params: { readonly grid: boolean }): boolean => params.grid;
  const { init, step, measure } = toyProgram;
  const peeking = defineProgram(toy, {
    ...toyProgram,
    init(params, key, data) {
      if (where === "init") look(params);
      return init(params, key, data);
    },
    step(...args) {
      if (where === "step") look(args[1]);
      return step(...args);
    },
    measure: {
      ...measure,
      sample(...args) {
        if (where === "sample") look(args[1]);
        return measure.sample(...args);
      },
    },
  });
  const run = runHeadless({
    demo: toy,
    program: peeking,
    params: usual(toy.params),
    seed: 1,
    steps: 3,
  });
  await expect(run).rejects.toThrow("“grid” is a view setting: only observe may read it");
});

describe("data", () => {
  const table = Float32Array.of(1, 2, 3, 4);
  const opening = (files = createFiles(async () => table.slice().buffer)): Opening => ({
    demo: counting,
    program: countingProgram,
    params: usual(counting.params),
    seed: 1,
    files,
  });

  test("reach every function, measures come from all units, and a step knows its number", async () => {
    const { series, outputs } = await runHeadless({ ...opening(), steps: 3, outputs: ["table"] });
    expect([...series.total!.values]).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect([...series.seen!.values]).toEqual([0, 2, 4]);
    expect([...outputs.table!.data]).toEqual([1, 2, 3, 4]);
    // Replayed and plain alike.
    const curves = async (replay: boolean) =>
      (await runHeadless({ ...opening(), steps: 12, replay })).series.seen!.values;
    expect(await curves(true)).toEqual(await curves(false));
    expect([...(await curves(true))].at(-1)).toBe(22);
  });

  test("of a test set a score is over its examples", async () => {
    const runner = await createRunner(opening());
    const scores = await runner.scoring().next();
    // Mean of 1, 2, 3, 4; deviation 1.29, over √4 and times 1.96.
    expect(scores).toEqual({
      total: { label: "total", mean: 2.5, interval: [1.235, 3.765], batches: 1, examples: 4 },
    });
    runner.close();
  });

  test("that cannot be had or read end in a fault that says so", async () => {
    const cut = createFiles(async () => new ArrayBuffer(3));
    await expect(createRunner(opening(cut))).rejects.toMatchObject({
      fault: {
        code: "bad-file",
        culprit: "data/table.bin",
        message: "The data that this run needs cannot be read: The table is cut off.",
      },
    });
    const missing = createFiles(() => Promise.reject(new Error("404")));
    await expect(createRunner(opening(missing))).rejects.toMatchObject({
      fault: { code: "no-file", culprit: "data/table.bin" },
    });
  });

  test("are fetched past the browser's cache where the last ones were refused", async () => {
    const asked: boolean[] = [];
    const files = createFiles(async (_, again) => {
      asked.push(again);
      return again ? table.slice().buffer : new ArrayBuffer(3);
    });
    await expect(createRunner(opening(files))).rejects.toThrow("cut off");
    (await createRunner(opening(files))).close();
    expect(asked).toEqual([false, true]);
  });

  test("are fetched and read once for all runs, and again after a failure", async () => {
    let fetched = 0;
    let broken = true;
    const files = createFiles(async () => {
      fetched += 1;
      if (broken) throw new Error("offline");
      return table.slice().buffer;
    });
    await expect(createRunner(opening(files))).rejects.toThrow("could not be loaded");
    broken = false;
    const [a, b] = await Promise.all([createRunner(opening(files)), createRunner(opening(files))]);
    expect(fetched).toBe(2);
    a.close();
    b.close();
  });
});
