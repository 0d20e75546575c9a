/** What runs of other kinds say about claims: without steps, in branches, and of branches that ended early. */
import { beforeAll, describe, expect, test } from "vitest";
import { computeRun } from "../../../scripts/claims/compute.ts";
import type { DemoProgram } from "../../../scripts/claims/demo-programs.ts";
import { judge, type Judgement } from "../../../scripts/claims/judge.ts";
import { runsOfClaim } from "../../../scripts/claims/schedule.ts";
import { readClaim } from "../../../src/claims/claim.ts";
import { useBackend } from "../../../src/math/backend.ts";
import {
  branching,
  branchingProgram,
  cells,
  instant,
  instantProgram,
} from "../../fixtures/kinds.ts";

beforeAll(() => useBackend("wasm"));

const programs: Readonly<Record<string, DemoProgram>> = {
  [instant.id]: { demo: instant, program: instantProgram },
  [branching.id]: { demo: branching, program: branchingProgram },
  [cells.id]: { demo: cells, program: branchingProgram },
};
const demos = Object.fromEntries(Object.entries(programs).map(([id, { demo }]) => [id, demo]));

async function judged(attributes: Readonly<Record<string, string>>): Promise<Judgement> {
  const read = readClaim(attributes);
  if ("problem" in read) throw new Error(read.problem);
  const runs = runsOfClaim(read.claim, demos, {}).map((seed) =>
    Promise.all(seed.map((run) => computeRun(programs[run.demo]!, run))),
  );
  return judge(read.claim, await Promise.all(runs), demos);
}

test("a demo without steps is measured as its settings have it", async () => {
  // Four of eight pixels are inked; then seven.
  const found = await judged({
    a: "toy/instant?gain=3",
    b: "toy/instant?gain=3&ink=_g",
    expect: "a.dark = 12 and b.dark = 21 and mean(b.dark) = 21",
  });
  expect(found.holds).toBe(true);
  expect(found.runs).toEqual(["Gain 3", "Gain 3, Ink as in the link"]);
  expect(found.measured.map(({ says, values }) => [says, values])).toEqual([
    ["a: darkness", [12]],
    ["b: darkness", [21]],
    ["b: darkness, mean over the run", [21]],
  ]);
});

test("branches are compared by their names, and said by their labels", async () => {
  const found = await judged({
    run: "toy/branching",
    steps: "20",
    seeds: "3",
    expect: "max(fast.far, 0.5..1) < max(slow.far, 0.5..1)",
  });
  expect(found.agree).toEqual([true, true, true]);
  expect(found.measured.map(({ says }) => says)).toEqual([
    "distance, fast, most over the second half",
    "distance, slow, most over the second half",
  ]);
  const grid = await judged({
    run: "toy/cells",
    steps: "5",
    expect: "'rate=0.3&push=0'.far < 'rate=0.3&push=1'.far",
  });
  expect(grid.holds).toBe(true);
});

describe("of a branch that ended early", () => {
  // The fast branch ends at step 2, the slow one at step 11, and the run with it.
  const run = "toy/branching?push=5e37";
  const values = async (steps: string): Promise<(readonly (number | null)[])[]> => {
    const expectation = "fast.height > 0 and slow.height > 0";
    const { measured } = await judged({ run, steps, expect: expectation });
    return measured.map((each) => each.values);
  };

  test("nothing is measured from there on, and other branches are", async () => {
    expect(await values("1")).toEqual([[expect.any(Number)], [expect.any(Number)]]);
    expect(await values("5")).toEqual([[null], [expect.any(Number)]]);
    expect(await values("20")).toEqual([[null], [null]]);
  });

  test("a longer run that broke still tells of its beginning", async () => {
    const claim = readClaim({ run, steps: "10", expect: "slow.height > 0" });
    if ("problem" in claim) throw new Error(claim.problem);
    const [[planned]] = runsOfClaim(claim.claim, demos, {}) as [[Parameters<typeof computeRun>[1]]];
    const computed = await computeRun(programs[branching.id]!, { ...planned, steps: 40 });
    expect(computed).toMatchObject({ brokeAt: 11, lostAt: { fast: 2 } });
    expect(judge(claim.claim, [[computed]], demos).holds).toBe(true);
  });

  test("its claims fail", async () => {
    const found = await judged({ run, steps: "5", expect: "fast.height > slow.height" });
    expect(found.holds).toBe(false);
  });
});
