/** The worker's host with real tensors, driven in this thread. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { defaults, toWire } from "../../../src/contract/params.ts";
import type { Command, Frame, Report } from "../../../src/contract/protocol.ts";
import type { Heard } from "../../../src/engine/worker/fetch-file.ts";
import { createHost, type HostOptions } from "../../../src/engine/worker/host.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { tensorCount } from "../../../src/math/memory.ts";
import { demo, program } from "../../fixtures/toy.ts";

let reports: Report[] = [];
let send: (command: Command) => void;

const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const options: HostOptions = {
  post: (report) => reports.push(report),
  load: async (id) => {
    if (id !== demo.id) throw new Error(`there is no demo “${id}”.`);
    return { demo, program };
  },
  fetchFile: async () => new ArrayBuffer(0),
  prepare: () => useBackend("wasm"),
  breathe,
  now: () => performance.now(),
};
const open = (run: string): Command => ({
  type: "open",
  run,
  demo: demo.id,
  params: toWire(demo.params, defaults(demo.params)),
  seed: 1,
});

async function next(run = "a"): Promise<Frame> {
  const seen = frames(run).length;
  await vi.waitFor(() => expect(frames(run).length).toBe(seen + 1), {
    timeout: 10_000,
    interval: 2,
  });
  return frames(run)[seen]!;
}
const frames = (run: string): Frame[] =>
  reports.filter((report): report is Frame => report.type === "frame" && report.run === run);

beforeEach(() => {
  reports = [];
  send = createHost(options);
});

test("answers each pull with one frame, and sends none unasked", async () => {
  send(open("a"));
  send({ type: "pull", run: "a", outputs: ["weight"] });
  const first = await next();
  expect(reports[0]).toEqual({ type: "ready", backend: "wasm" });
  expect(first).toMatchObject({ step: 0 });
  expect(first.outputs.weight!.shape).toEqual([1]);
  send({ type: "go", run: "a", until: 50 });
  await new Promise((resolve) => void setTimeout(resolve, 60));
  expect(frames("a")).toHaveLength(1);
  send({ type: "pull", run: "a", outputs: [] });
  expect((await next()).outputs).toEqual({});
  send({ type: "close", run: "a" });
});

test("a run opened on a warm worker hears what computes, and why it is slow", async () => {
  const slow = { backend: "wasm", notice: "slower" } as const;
  const prepare = vi.fn<HostOptions["prepare"]>(async () => {
    await useBackend("wasm");
    return slow;
  });
  send = createHost({ ...options, prepare });
  send({ type: "warm", demo: demo.id });
  await vi.waitFor(() => expect(reports).toEqual([{ type: "ready", ...slow }]));
  send(open("a"));
  send({ type: "pull", run: "a", outputs: [] });
  await next();
  expect(reports.slice(0, 2)).toEqual([
    { type: "ready", ...slow },
    { type: "ready", ...slow },
  ]);
  expect(prepare).toHaveBeenCalledTimes(1);
  send({ type: "close", run: "a" });
});

test("trains to where it is told, and not beyond", async () => {
  send(open("a"));
  send({ type: "go", run: "a", until: 40 });
  send({ type: "go", run: "a", until: 40 });
  let frame: Frame;
  do {
    send({ type: "pull", run: "a", outputs: [] });
    frame = await next();
  } while (frame.step < 40);
  send({ type: "pull", run: "a", outputs: [] });
  expect((await next()).step).toBe(40);
  const steps = frames("a").flatMap(({ series }) => [...series.loss!.steps]);
  expect(steps).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  send({ type: "close", run: "a" });
});

test("stops training when nobody pulls, and goes on when somebody does", async () => {
  send(open("a"));
  send({ type: "go", run: "a", until: 1e9 });
  send({ type: "pull", run: "a", outputs: [] });
  await next();
  await new Promise((resolve) => void setTimeout(resolve, 400));
  const counts = [tensorCount()];
  await new Promise((resolve) => void setTimeout(resolve, 100));
  counts.push(tensorCount());
  // Steps waiting to be read hold one tensor each: an equal count means that none was taken.
  expect(counts[1]).toBe(counts[0]);
  send({ type: "pull", run: "a", outputs: [] });
  const { step } = await next();
  send({ type: "pull", run: "a", outputs: [] });
  expect((await next()).step).toBeGreaterThan(step);
  send({ type: "close", run: "a" });
});

test("a pace bounds the speed", async () => {
  send(open("a"));
  send({ type: "pull", run: "a", outputs: [] });
  await next();
  const start = performance.now();
  send({ type: "go", run: "a", until: 1e9, stepsPerSecond: 50 });
  let frame: Frame;
  do {
    send({ type: "pull", run: "a", outputs: [] });
    frame = await next();
  } while (frame.step < 10);
  expect(performance.now() - start).toBeGreaterThanOrEqual(180);
  send({ type: "close", run: "a" });
});

test("runs are apart, opening twice is opening once, and closing frees everything", async () => {
  await useBackend("wasm");
  // What the tests before closed is freed a moment later.
  const before = 0;
  await vi.waitFor(() => expect(tensorCount()).toBe(before));
  for (const run of ["a", "b", "a"]) send(open(run));
  for (const run of ["a", "b"]) {
    send({ type: "go", run, until: 30 });
    let frame: Frame;
    do {
      send({ type: "pull", run, outputs: [] });
      frame = await next(run);
    } while (frame.step < 30);
  }
  const losses = ["a", "b"].map((run) =>
    frames(run).flatMap(({ series }) => [...series.loss!.values]),
  );
  expect(losses[0]).toEqual(losses[1]);
  expect(tensorCount()).toBeGreaterThan(before);
  send({ type: "close", run: "a" });
  send({ type: "close", run: "b" });
  await vi.waitFor(() => expect(tensorCount()).toBe(before));
});

describe("while a run waits for its data", () => {
  const large = { ...demo, data: { table: "data/table.bin" } };
  const reads = { ...program, data: { table: (file: ArrayBuffer) => file.byteLength } };
  const wanting = (how: HostOptions["fetchFile"]) =>
    createHost({ ...options, load: async () => ({ demo: large, program: reads }), fetchFile: how });
  const said = (run: string) =>
    reports.flatMap((report) =>
      report.type === "loading" && report.run === run ? [[report.loaded, report.total]] : [],
    );

  test("its page hears how far the file is, at once and not too often", async () => {
    send = wanting(async (path, { heard }) => {
      expect(path).toBe("data/table.bin");
      for (let i = 1; i <= 100; i++) heard(i * 1e4, 1e6);
      return new ArrayBuffer(8);
    });
    send(open("a"));
    send({ type: "pull", run: "a", outputs: [] });
    await next();
    expect(said("a")).toEqual([
      [1e4, 1e6],
      [1e6, 1e6],
    ]);
    send({ type: "close", run: "a" });
  });

  test("nothing is said of a small file", async () => {
    send = wanting(async (_, { heard }) => {
      heard(64_000, 64_000);
      return new ArrayBuffer(8);
    });
    send(open("a"));
    send({ type: "pull", run: "a", outputs: [] });
    await next();
    expect(said("a")).toEqual([]);
    send({ type: "close", run: "a" });
  });

  test("closing ends that, and the next run finds the file under way", async () => {
    let arrive = (): void => {};
    let tell: Heard = () => {};
    let fetched = 0;
    send = wanting((_, { heard }) => {
      fetched += 1;
      tell = heard;
      return new Promise((resolve) => (arrive = () => resolve(new ArrayBuffer(8))));
    });
    send(open("a"));
    await vi.waitFor(() => expect(fetched).toBe(1));
    send({ type: "close", run: "a" });
    send(open("b"));
    send({ type: "pull", run: "b", outputs: [] });
    await new Promise((resolve) => void setImmediate(resolve));
    tell(5e5, 1e6);
    expect([said("a"), said("b")]).toEqual([[], [[5e5, 1e6]]]);
    arrive();
    await next("b");
    expect([fetched, reports.some(({ type }) => type === "fault")]).toEqual([1, false]);
    send({ type: "close", run: "b" });
  });
});

test("while its scripts are on their way a worker says that it lives, and no longer than that", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  try {
    let arrive = (): void => {};
    const load: HostOptions["load"] = () =>
      new Promise((resolve) => (arrive = () => resolve({ demo, program })));
    send = createHost({ ...options, load });
    send(open("a"));
    await vi.waitFor(() => expect(reports.length).toBe(1));
    vi.advanceTimersByTime(45_000);
    expect(reports.filter(({ type }) => type === "alive").length).toBe(45);
    vi.advanceTimersByTime(600_000);
    expect(reports.filter(({ type }) => type === "alive").length).toBe(299);
    arrive();
    send({ type: "pull", run: "a", outputs: [] });
    await vi.waitFor(() => expect(frames("a").length).toBe(1));
    const said = reports.length;
    vi.advanceTimersByTime(10_000);
    expect(reports.length).toBe(said);
  } finally {
    vi.useRealTimers();
  }
  send({ type: "close", run: "a" });
});

test("a demo that does not exist and a run that diverges are told as faults", async () => {
  send({ ...open("x"), demo: "toy/none" } as Command);
  await vi.waitFor(() => expect(reports.at(-1)?.type).toBe("fault"));
  expect(reports.at(-1)).toMatchObject({ run: "x", fault: { code: "bug" } });
  send(open("a"));
  send({ type: "set", run: "a", rev: 1, params: { rate: "100000" } });
  send({ type: "go", run: "a", until: 1000 });
  send({ type: "pull", run: "a", outputs: [] });
  await vi.waitFor(
    () => {
      const fault = reports.find((report) => report.type === "fault" && report.run === "a");
      if (!fault) send({ type: "pull", run: "a", outputs: [] });
      expect(fault).toMatchObject({ fault: { code: "diverged", culprit: "loss" } });
    },
    { timeout: 10_000 },
  );
});
