/** Runs that begin from a file of weights, that give theirs away, and that go on where another was left. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, toWire } from "../../src/contract/params.ts";
import type { Report, Saved } from "../../src/contract/protocol.ts";
import type { Score } from "../../src/contract/weights.ts";
import { writeWeights } from "../../src/weights/weights-file.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import { createFiles, type Files } from "../../src/engine/files.ts";
import type { Opening, Runner } from "../../src/engine/runner.ts";
import { createHost } from "../../src/engine/worker/host.ts";
import { useBackend } from "../../src/math/backend.ts";
import { add } from "../../src/math/elementwise.ts";
import type { Tensor } from "../../src/math/tensor.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { card } from "../fixtures/card.ts";
import { demo as toy, program } from "../fixtures/toy.ts";

const FILE = "weights/toy.safetensors";
const demo: Demo = {
  ...toy,
  weights: [
    {
      file: FILE,
      when: { start: "far" },
      fits: { rate: 0.1 },
      instead: { says: "Start near", values: { start: "near" } },
    },
  ],
};
const params = toWire(demo.params, { ...defaults(demo.params), start: "far" });
const opening: Opening = { demo, program, params, seed: 7 };
const fileOf = async (name: string, shape: number[], value: number): Promise<ArrayBuffer> => {
  const data = new Float32Array(shape.reduce((size, n) => size * n, 1)).fill(value);
  return (await writeWeights({ [name]: { shape, data } }, card, "F16")).buffer;
};

const holding = (name: string, shape: number[], value: number): Files =>
  createFiles(() => fileOf(name, shape, value));
const nothing = createFiles(() => Promise.reject(new Error("not to be asked")));

async function scoresOf(runner: Runner): Promise<Record<string, Score>> {
  const scoring = runner.scoring();
  for (;;) {
    const scores = await scoring.next();
    if (scores) return scores;
  }
}

beforeAll(() => useBackend("wasm"));

test("a run begins with the weights of its file, and only where the settings ask for them", async () => {
  const runner = await createRunner({ ...opening, files: holding("w", [1], 42) });
  expect(await runner.weights()).toEqual({ w: { shape: [1], data: Float32Array.of(42) } });
  runner.close();
  const others = [
    { ...params, start: "near" },
    { ...params, rate: "0.2" },
  ];
  for (const other of others) {
    const fresh = await createRunner({ ...opening, files: nothing, params: other });
    expect((await fresh.weights())!.w!.data[0]).not.toBe(42);
    fresh.close();
  }
});

describe("weights that cannot be had or do not fit are told as a fault, with nothing left behind:", () => {
  test.each([
    ["missing", () => Promise.reject(new Error("404")), "could not be loaded"],
    ["another shape", () => fileOf("w", [2], 1), "“w” has shape [2] in the file, and [1] in"],
    ["another name", () => fileOf("v", [1], 1), "The file lacks “w”"],
    ["a page instead", async () => new TextEncoder().encode("<!doctype html>").buffer, "no file"],
  ])("%s", async (name, fetchFile, reason) => {
    const before = tensorCount();
    const reports: Report[] = [];
    const send = createHost({
      post: (report) => reports.push(report),
      load: async () => ({ demo, program }),
      fetchFile,
      prepare: () => useBackend("wasm"),
      breathe: () => new Promise((resolve) => void setImmediate(resolve)),
      now: () => performance.now(),
    });
    send({ type: "open", run: "a", demo: demo.id, params, seed: 1 });
    await vi.waitFor(() => expect(reports.at(-1)?.type).toBe("fault"));
    const code = name === "missing" ? "no-file" : "bad-file";
    const fault = { code, culprit: FILE, message: expect.stringContaining(reason) };
    expect(reports.at(-1)).toMatchObject({ fault });
    expect(tensorCount()).toBe(before);
  });
});

test("a reader's own file comes before what the settings ask for, and nothing else is fetched", async () => {
  const own = await fileOf("w", [1], 5);
  const runner = await createRunner({ ...opening, files: nothing, weights: own });
  expect(await runner.weights()).toEqual({ w: { shape: [1], data: Float32Array.of(5) } });
  runner.close();
  const misfit = createRunner({ ...opening, weights: await fileOf("w", [2], 5) });
  await expect(misfit).rejects.toMatchObject({ fault: { code: "bad-file", culprit: "the file" } });
});

test("scores are means over batches with an interval, and the run goes on as if nobody had asked", async () => {
  const losses = async (asking: boolean): Promise<number[]> => {
    const runner = await createRunner({ ...opening, files: holding("w", [1], 3) });
    while (runner.step < 30) {
      await runner.advance();
      if (asking && runner.step === 10) {
        const before = tensorCount();
        const scores = await scoresOf(runner);
        expect(Object.keys(scores)).toEqual(Object.keys(toy.measures));
        for (const { mean, interval, batches } of Object.values(scores)) {
          expect(batches).toBe(20);
          expect(interval![0]).toBeLessThanOrEqual(mean);
          expect(interval![1]).toBeGreaterThanOrEqual(mean);
        }
        expect(await scoresOf(runner)).toEqual(scores);
        expect(tensorCount()).toBe(before);
      }
    }
    const { loss } = await runner.series();
    runner.close();
    return [...loss!.values];
  };
  expect(await losses(true)).toEqual(await losses(false));
});

test.each([
  ["is damaged", async () => new ArrayBuffer(3)],
  ["is of another model", () => fileOf("w", [2], 1)],
])("a file that %s is fetched past the browser's cache the next time", async (_, stale) => {
  const asked: boolean[] = [];
  let cached = stale;
  const files = createFiles((_path, again) => {
    asked.push(again);
    if (again) cached = () => fileOf("w", [1], 42);
    return cached();
  });
  await expect(createRunner({ ...opening, files })).rejects.toMatchObject({
    fault: { code: "bad-file", culprit: FILE },
  });
  for (let i = 0; i < 2; i++) (await createRunner({ ...opening, files })).close();
  expect(asked).toEqual([false, true, false]);
});

test("extra arrays are refused", async () => {
  const tensors = ["w", "x"].map((name) => [name, { shape: [1], data: Float32Array.of(1) }]);
  const file = await writeWeights(Object.fromEntries(tensors), card, "F32");
  const run = createRunner({ ...opening, files: createFiles(async () => file.buffer) });
  await expect(run).rejects.toThrow("The file has “x”, which this model does not");
});

test("a part leaves the other arrays as they are at first, and may have no further ones", async () => {
  type State = { w: Tensor };
  const two: AnyProgram = {
    ...program,
    weights: {
      of: ({ w }: State) => ({ w, other: add(w, 1) }),
      begin: (state: State, weights) => ({
        ...state,
        w: add((weights as State).w, (weights as { other: Tensor }).other),
      }),
    },
  };
  const part: Demo = { ...demo, weights: [{ file: FILE, when: {}, part: true }] };
  const begins = async (of: Demo, name: string): Promise<number> => {
    const files = holding(name, [1], 42);
    const runner = await createRunner({ ...opening, demo: of, program: two, files });
    const { w } = (await runner.weights())!;
    runner.close();
    return w!.data[0]!;
  };
  const plain = await createRunner({ ...opening, files: nothing, demo: toy });
  const first = (await plain.weights())!.w!.data[0]!;
  plain.close();
  expect(await begins(part, "w")).toBeCloseTo(42 + first + 1, 4);
  await expect(begins(part, "x")).rejects.toThrow("The file has “x”");
  await expect(begins(demo, "w")).rejects.toThrow("The file lacks “other”");
});

test("the host gives the weights of the step that it names, between two steps", async () => {
  const reports: Report[] = [];
  const send = createHost({
    post: (report) => reports.push(report),
    load: async () => ({ demo, program }),
    fetchFile: () => fileOf("w", [1], 3),
    prepare: () => useBackend("wasm"),
    breathe: () => new Promise((resolve) => void setImmediate(resolve)),
    now: () => performance.now(),
  });
  send({ type: "open", run: "a", demo: demo.id, params, seed: 7 });
  send({ type: "go", run: "a", until: 1e9 });
  send({ type: "pull", run: "a", outputs: [] });
  send({ type: "save", run: "a" });
  const saved = await vi.waitFor(() => {
    const found = reports.find((report): report is Saved => report.type === "saved");
    expect(found).toBeDefined();
    return found!;
  });
  send({ type: "close", run: "a" });
  const runner = await createRunner({ ...opening, files: holding("w", [1], 3) });
  while (runner.step < saved.step) await runner.advance();
  expect(saved.weights).toEqual(await runner.weights());
  expect(saved.scores).toEqual(await scoresOf(runner));
  runner.close();
});

test("a run that goes on where another was left takes the same steps, live changes included", async () => {
  const files = holding("w", [1], 3);
  const finish = async (left?: Opening["resume"]) => {
    const runner = await createRunner({ ...opening, files, ...(left && { resume: left }) });
    runner.set(1, { rate: "0.05" }, 20);
    runner.set(2, { rate: "0.2" }, 40);
    const lefts = [];
    while (runner.step < 60) {
      await runner.advance();
      lefts.push(await runner.left());
    }
    const { loss } = await runner.series();
    runner.close();
    return { lefts, losses: [...loss!.values] };
  };
  const whole = await finish();
  for (const step of [5, 20, 33]) {
    const rest = await finish(whole.lefts[step - 1]);
    expect(rest.losses).toEqual(whole.losses.slice(step));
    expect(rest.lefts.at(-1)).toEqual(whole.lefts.at(-1));
  }
});
