/** Numbers of several runs, also of branches, of demos without steps, and of runs that broke off. */
import { beforeAll, expect, test } from "vitest";
import { measuresOfDemo, rowOf, summaryOf } from "../../../scripts/survey/summary.ts";
import { finishedRun, type FinishedRun } from "../../../scripts/repro/finished-run.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { branching, branchingProgram, instant, instantProgram } from "../../fixtures/kinds.ts";

beforeAll(() => useBackend("wasm"));
const branches = (steps: number, push: number): Promise<FinishedRun> => {
  const params = toWire(branching.params, { ...defaults(branching.params), push });
  return finishedRun({ demo: branching, program: branchingProgram, params, seed: 1, steps });
};

test("each branch has numbers of its own; one that ended early has none", async () => {
  expect(measuresOfDemo(branching)).toEqual(["slow.far", "fast.far"]);
  const whole = await branches(20, 0);
  const row = rowOf(branching, whole);
  expect(Object.keys(row)).toEqual([
    "slow.far",
    "slow.far, second half",
    "slow.height ~ slow.far",
    "fast.far",
    "fast.far, second half",
    "fast.height ~ fast.far",
  ]);
  const far = [...whole.series["slow.far"]!.values];
  expect(row["slow.far"]).toBe(far.at(-1));
  expect(row["slow.far, second half"]).toBeCloseTo((far[2]! + far[3]! + far[4]!) / 3, 6);

  const short = rowOf(branching, await branches(5, 5e37));
  expect(short["slow.far"]).toBeGreaterThan(1e37);
  expect(short["fast.far"]).toBeNaN();
  expect(short["fast.far, second half"]).toBeNaN();
  const broken = rowOf(branching, await branches(40, 5e37));
  expect(Object.keys(broken)).toEqual(Object.keys(row));
  expect(Object.values(broken).every(Number.isNaN)).toBe(true);

  const summary = summaryOf([row, short, broken]);
  expect(summary["slow.far"]!.of).toBe(2);
  expect(summary["fast.far"]).toEqual({
    median: Number(row["fast.far"]!.toPrecision(3)),
    least: Number(row["fast.far"]!.toPrecision(3)),
    most: Number(row["fast.far"]!.toPrecision(3)),
    of: 1,
  });
});

test("a branch that ended late has no numbers either, though its curve has points enough", async () => {
  const run = await finishedRun({
    demo: branching,
    program: branchingProgram,
    params: toWire(branching.params, defaults(branching.params)),
    seed: 1,
    steps: 25,
    changes: [{ step: 20, params: { push: "5e37" } }],
  });
  expect([...run.series["fast.far"]!.steps]).toEqual([0, 5, 10, 15, 20]);
  const row = Object.entries(rowOf(branching, run));
  expect(row.map(([name, value]) => [name.startsWith("fast"), Number.isNaN(value)])).toEqual(
    [false, false, false, true, true, true].map((of) => [of, of]),
  );
});

test("median and range are of the runs' numbers", () => {
  const rows = [4, 1, 3, Number.NaN, 2].map((em) => ({ em }));
  expect(summaryOf(rows)).toEqual({ em: { median: 2.5, least: 1, most: 4, of: 4 } });
});

test("without steps there is the measure alone", async () => {
  const params = toWire(instant.params, defaults(instant.params));
  const run = await finishedRun({
    demo: instant,
    program: instantProgram,
    params,
    seed: 1,
    steps: 0,
  });
  expect(rowOf(instant, run)).toEqual({ dark: 8 });
});
