/** Names of curves of runs side by side. */
import { expect, test } from "vitest";
import { branchName, curveParts, curvesOfDemo, ofBranch } from "../../src/contract/branches.ts";
import { branching, cells, instant } from "../fixtures/kinds.ts";

test("a curve's name tells its branch, whatever that is called", () => {
  for (const branch of ["in", "alpha=0.001&nCritic=5", "x=0.5", "a b"])
    expect(curveParts(branchName(branch, "loss"))).toEqual({ branch, name: "loss" });
  expect(curveParts("loss")).toEqual({ branch: null, name: "loss" });
});

test("a branch has its own part of a record, and none of one whose name goes on", () => {
  const record = { "x=0.em": 1, "x=0.loss": 2, "x=0.5.em": 3, em: 4 };
  expect(ofBranch(record, "x=0")).toEqual({ em: 1, loss: 2 });
  expect(ofBranch(record, "x=0.5")).toEqual({ em: 3 });
});

test("a demo's curves are those of each branch, with the branch in their labels", () => {
  const curves = curvesOfDemo(branching);
  expect(Object.keys(curves)).toEqual(["slow.height", "slow.far", "fast.height", "fast.far"]);
  expect(curves["fast.far"]!.label).toBe("distance, fast");
  expect(curvesOfDemo(cells)["rate=0.2&push=1.far"]!.label).toBe("distance, rate=0.2, push=1");
  expect(Object.keys(curvesOfDemo(instant))).toEqual(["dark"]);
});
