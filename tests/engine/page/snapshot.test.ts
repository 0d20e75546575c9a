/** What the page knows of a run with branches, against the real host. */
import { expect, test } from "vitest";
import { branching, branchingProgram } from "../../fixtures/kinds.ts";
import { harness, kept, until } from "../../fixtures/page-harness.ts";
import { setup } from "../../fixtures/toy.ts";

const part = { demo: branching, program: branchingProgram };

test("each branch has curves and pictures under its own names, and the first stands in front", async () => {
  const run = kept(harness(part).client.open(branching, setup));
  expect(run.snapshot().branches.fast.series.height.steps.length).toBe(0);
  run.watch(["at"]);
  run.play();
  await until(run, ({ phase }) => phase === "done");
  const { branches, curves, series, outputs, lost } = run.snapshot();
  expect(Object.keys(curves).toSorted().join()).toBe("fast.far,fast.height,slow.far,slow.height");
  expect(branches.fast.series.height).toBe(curves["fast.height"]);
  expect(series).toBe(branches.slow.series);
  expect(outputs.at).toBe(branches.slow.outputs.at);
  expect(branches.fast.outputs.at!.data).not.toEqual(outputs.at!.data);
  expect([lost, branches.fast.lost]).toEqual([null, null]);
});

test("a branch that is lost says why, while the others go on", async () => {
  const run = kept(harness(part).client.open(branching, setup));
  // The fast one passes the largest float32 within ten steps, the slow one in fifty.
  run.commit({ push: 3.42e37 });
  run.play();
  await until(run, ({ phase }) => phase === "done" || phase === "fault");
  const { phase, branches, curves } = run.snapshot();
  expect(phase).toBe("done");
  expect(branches.fast.lost).toMatchObject({ code: "diverged" });
  expect(branches.slow.lost).toBeNull();
  expect(curves["slow.height"]!.steps.length).toBe(40);
});
