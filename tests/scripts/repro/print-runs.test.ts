/** What is printed of runs whose branches end early, and of demos without steps. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { csvOf, earlyEnds, printRun, printSpread } from "../../../scripts/repro/print-runs.ts";
import { finishedRun, type FinishedRun } from "../../../scripts/repro/finished-run.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { branching, branchingProgram, instant, instantProgram } from "../../fixtures/kinds.ts";

const tables =
  vi.fn<(table: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => void>();
const lines = vi.fn<(line: string) => void>();
beforeAll(() => useBackend("wasm"));
beforeEach(() => {
  vi.spyOn(console, "table").mockImplementation(tables);
  vi.spyOn(console, "log").mockImplementation(lines);
});
afterEach(() => {
  vi.restoreAllMocks();
  tables.mockClear();
  lines.mockClear();
});

/** In the fast branch the second push is more than float32 can hold, in the slow one the eleventh. */
const pushed = (seed: number, steps: number): Promise<FinishedRun> =>
  finishedRun({
    demo: branching,
    program: branchingProgram,
    params: toWire(branching.params, { ...defaults(branching.params), push: 5e37 }),
    seed,
    steps,
  });

test("a branch that ended early has its curve up to there, no end, and a sentence", async () => {
  const run = await pushed(1, 5);
  expect(earlyEnds(branching, run)).toEqual([
    "The branch “fast” ended early. Training diverged: at step 2, “height” stopped being a finite number.",
  ]);
  printRun(branching, run);
  const [[rows]] = tables.mock.calls as [[Record<string, Record<string, unknown>>]];
  expect(Object.keys(rows)).toEqual(["slow.height", "slow.far", "fast.height", "fast.far"]);
  expect(rows["fast.height"]).toMatchObject({ is: "height, fast", "at the end": Number.NaN });
  expect(rows["slow.height"]!["at the end"]).toBeCloseTo(
    run.series["slow.height"]!.values[4]!,
    -33,
  );
  expect(
    csvOf(branching, [run])
      .split("\n")
      .map((line) => line.split(",").map(Boolean)),
  ).toEqual([
    Array.from({ length: 6 }, () => true),
    // Measures at step 0; metrics from step 1; the fast branch ends before step 2, and nothing of it is measured at 5.
    [true, true, false, true, false, true],
    [true, true, true, false, true, false],
    ...Array.from({ length: 3 }, () => [true, true, true, false, false, false]),
    [true, true, true, true, false, false],
  ]);
});

test("the spread is over the runs that got there, branch by branch", async () => {
  const runs = [await pushed(1, 5), await pushed(2, 1)];
  printSpread(branching, runs);
  const [[rows]] = tables.mock.calls as [[Record<string, Record<string, unknown>>]];
  expect(rows["slow.height"]).toMatchObject({ runs: 2 });
  expect(rows["fast.height"]).toMatchObject({ runs: 1, least: 2.5e38 });
  expect(lines.mock.calls.flat()).toEqual([
    "2 of 2 runs went to the end.",
    expect.stringContaining("seed 1: The branch “fast” ended early."),
  ]);
});

test("where the last branch ends, so does the run, with a sentence and no numbers", async () => {
  const run = await pushed(1, 40);
  expect(earlyEnds(branching, run)).toEqual([
    "Training diverged: at step 11, “height” stopped being a finite number.",
  ]);
  printRun(branching, run);
  printSpread(branching, [run]);
  const [[, spread]] = [tables.mock.calls.flat()];
  expect(spread!["slow.far"]).toMatchObject({ runs: 0, least: Number.NaN, most: Number.NaN });
  expect(csvOf(branching, [run])).toBe("seed,step,slow.height,slow.far,fast.height,fast.far");
});

test("a demo without steps has its measures as they are", async () => {
  const params = toWire(instant.params, { ...defaults(instant.params), gain: 3 });
  const run = await finishedRun({
    demo: instant,
    program: instantProgram,
    params,
    seed: 1,
    steps: 0,
  });
  printRun(instant, run);
  // Four of the eight pixels are inked.
  expect(tables.mock.calls).toEqual([[{ dark: { is: "darkness", value: 12 } }]]);
  expect(csvOf(instant, [run])).toBe("seed,step,dark\n1,0,12");
  expect(run.digest).toMatch(/^[0-9a-f]{16}$/);
});
