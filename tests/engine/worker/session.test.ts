/** Who gets the worker's time, told by a clock of the test's own: steps and pictures cost what they are said to. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Demo } from "../../../src/contract/demo.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import type { Command, Frame, Report } from "../../../src/contract/protocol.ts";
import type { AnyProgram } from "../../../src/engine/program.ts";
import { createHost } from "../../../src/engine/worker/host.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { counting, countingProgram, instant, instantProgram } from "../../fixtures/kinds.ts";
import { demo as toy, program as toyProgram } from "../../fixtures/toy.ts";

let clock = 0;
let reports: Report[] = [];
/** Clock times of moments when the worker let messages in. */
let breaths: number[] = [];
let onBreath: (() => void) | undefined;
let send: (command: Command) => void;

beforeAll(() => useBackend("wasm"));
beforeEach(() => {
  clock = 0;
  reports = [];
  breaths = [];
  onBreath = undefined;
});

afterEach(() => send({ type: "close", run: "a" }));

function host(demo: Demo, program: AnyProgram): void {
  send = createHost({
    post: (report) => reports.push(report),
    load: async () => ({ demo, program }),
    fetchFile: async () => Float32Array.of(1, 2, 3, 4).buffer,
    prepare: () => useBackend("wasm"),
    breathe(resting) {
      clock += resting ? 4 : 0.1;
      breaths.push(clock);
      onBreath?.();
      return new Promise((resolve) => void setImmediate(resolve));
    },
    now: () => clock,
  });
  const params = toWire(demo.params, defaults(demo.params));
  send({ type: "open", run: "a", demo: demo.id, params, seed: 1 });
}

/** The program with steps and pictures that take this long, ms. */
const costing = (program: AnyProgram, { step = 1, picture = 0, unit = 0 }): AnyProgram => ({
  ...program,
  ...(program.step && {
    step(...args: Parameters<NonNullable<AnyProgram["step"]>>) {
      clock += step;
      return program.step!(...args);
    },
  }),
  measure: {
    ...program.measure!,
    sample(...args) {
      clock += unit;
      return program.measure!.sample(...args);
    },
  },
  observe(...args) {
    clock += picture;
    return program.observe(...args);
  },
});
/** Replayed steps take no time of this clock. */
const plain = (command: Command): void => send({ ...command, eager: true } as Command);
const frames = (): Frame[] => reports.filter((report) => report.type === "frame");
const pull = (outputs: readonly string[] = []): void => send({ type: "pull", run: "a", outputs });
const until = (condition: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000, interval: 1 });

async function opened(demo: Demo, program: AnyProgram): Promise<void> {
  host(demo, program);
  const params = toWire(demo.params, defaults(demo.params));
  send({ type: "close", run: "a" });
  plain({ type: "open", run: "a", demo: demo.id, params, seed: 1 });
  pull();
  await until(() => frames().length === 1);
}

test("without a pull training goes on for a quarter of a second, and no longer", async () => {
  await opened(toy, costing(toyProgram, { step: 5 }));
  const start = clock;
  send({ type: "go", run: "a", until: 1e9 });
  pull();
  let last = -1;
  await until(() => {
    const still = clock === last;
    last = clock;
    return still && frames().length === 2;
  });
  expect(clock - start).toBeGreaterThanOrEqual(250);
  expect(clock - start).toBeLessThan(270);
  pull();
  await until(() => frames().length === 3);
  expect(frames()[2]!.step).toBeGreaterThanOrEqual(40);
});

test("where a picture is dear, training gets twice its time before the next one", async () => {
  await opened(toy, costing(toyProgram, { step: 10, picture: 60 }));
  send({ type: "go", run: "a", until: 1e9 });
  pull(["weight"]);
  await until(() => frames().length === 2);
  const before = frames()[1]!.step;
  pull(["weight"]);
  await until(() => frames().length === 3);
  expect(frames()[2]!.step - before).toBeGreaterThanOrEqual(12);
  expect(frames()[2]!.step - before).toBeLessThanOrEqual(15);
});

test("but nobody waits longer than 200 ms for one, and a changed setting is shown at once", async () => {
  await opened(toy, costing(toyProgram, { step: 10, picture: 500 }));
  send({ type: "go", run: "a", until: 1e9 });
  pull(["weight"]);
  await until(() => frames().length === 2);
  const before = frames()[1]!.step;
  pull(["weight"]);
  await until(() => frames().length === 3);
  const taken = frames()[2]!.step - before;
  expect(taken).toBeGreaterThanOrEqual(18);
  expect(taken).toBeLessThanOrEqual(22);
  send({ type: "set", run: "a", rev: 1, params: { rate: "0.2" } });
  pull(["weight"]);
  await until(() => frames().length === 4);
  expect(frames()[3]!.step - frames()[2]!.step).toBeLessThanOrEqual(3);
  expect(frames()[3]!.applied).toHaveLength(1);
});

test("scores come a batch a round: frames go on meanwhile, training rests", async () => {
  await opened(toy, costing(toyProgram, { step: 5, unit: 300 }));
  send({ type: "go", run: "a", until: 1e9 });
  send({ type: "save", run: "a" });
  pull();
  onBreath = pull;
  await until(() => reports.some(({ type }) => type === "saved"));
  onBreath = undefined;
  const saved = reports.find((report) => report.type === "saved")!;
  const during = frames().filter((frame) => reports.indexOf(frame) < reports.indexOf(saved));
  expect(during.length).toBeGreaterThan(10);
  expect(new Set(during.slice(1).map(({ step }) => step)).size).toBe(1);
  expect(saved).toMatchObject({ scores: { distance: { batches: 20 } } });
});

test("in long work the page hears that the worker lives", async () => {
  const units = { ...countingProgram, measure: { ...countingProgram.measure, units: 8 } };
  const sample: AnyProgram["measure"] = {
    ...units.measure,
    sample: (state, params, key, data, unit) =>
      units.measure.sample(state, params, key, data as never, unit % 2),
  };
  host(counting, costing({ ...units, measure: sample }, { unit: 600 }));
  pull();
  await until(() => frames().length === 1);
  const types = reports.map(({ type }) => type);
  expect(types.filter((type) => type === "alive").length).toBeGreaterThanOrEqual(3);
  expect(types.indexOf("alive")).toBeLessThan(types.indexOf("frame"));
  expect(breaths.length).toBeGreaterThan(5);
});

test("what changes with settings alone is sent once a change", async () => {
  host(instant, instantProgram);
  const got = async (): Promise<string[]> => {
    const before = frames().length;
    pull(["picture", "seen"]);
    await until(() => frames().length > before);
    return Object.keys(frames().at(-1)!.outputs);
  };
  expect(await got()).toEqual(["picture", "seen"]);
  expect(await got()).toEqual(["picture"]);
  send({ type: "set", run: "a", rev: 1, params: { gain: "3" } });
  expect(await got()).toEqual(["picture", "seen"]);
  expect(frames().at(-1)!.applied).toEqual([{ rev: 1, step: 0 }]);
});

test("to warm loads what a run will need and computes nothing", async () => {
  let loaded = 0;
  send = createHost({
    post: (report) => reports.push(report),
    load: async () => {
      loaded += 1;
      return { demo: toy, program: toyProgram };
    },
    fetchFile: () => Promise.reject(new Error("nothing is fetched")),
    prepare: () => useBackend("wasm"),
    breathe: () => Promise.reject(new Error("nothing is computed")),
    now: () => clock,
  });
  send({ type: "warm", demo: toy.id });
  await until(() => loaded === 1 && reports.length === 1);
  expect(reports).toEqual([{ type: "ready", backend: "wasm" }]);
});
