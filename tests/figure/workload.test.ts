import { expect, test } from "vitest";
import { workload } from "../../src/figure/workload.ts";
import { demo } from "../../src/papers/wgan/ring/demo.ts";

const said = (
  step: number,
  params = {},
  changes: Parameters<typeof workload>[2]["changes"] = [],
  pace?: Parameters<typeof workload>[3],
) => workload(demo, { seed: 1, params }, { step, changes }, pace);

test("a run as long as the figure's own needs no word, nor one with smaller sizes or another rate", () => {
  expect(said(2000)).toBe("");
  expect(said(2000, { m: "8", nCritic: "1", alpha: "0.1" })).toBe("");
});

test("long runs and large sizes, also those that come on the way, are told of before the press", () => {
  expect(said(40_000)).toContain("about 20 times the work");
  expect(said(40_000)).toContain("may take hours");
  expect(said(2000, { m: "512" })).toContain("about 4 times the work");
  expect(said(2000, {}, [{ step: 5, params: { nCritic: "20" } }])).toContain("takes a while");
  expect(said(40_000, { hidden: "256", m: "512", nCritic: "20" })).toContain("about 1,000 times");
});

test("where this machine's pace is known the length is told in time", () => {
  const pace = { stepsPerSecond: 10, params: { m: "128", nCritic: "5" } };
  expect(said(500, {}, [], pace)).toBe("");
  expect(said(36_000, {}, [], pace)).toBe(" At the pace of the run here it takes about 60 min.");
  expect(said(36_000, { m: "512" }, [], pace)).toContain("about 4 h");
  // Measured with those sizes, they are in the pace.
  const there = { stepsPerSecond: 10, params: { m: "512", nCritic: "5" } };
  expect(said(36_000, { m: "512" }, [], there)).toContain("about 60 min");
});
