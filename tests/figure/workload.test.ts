import { expect, test } from "vitest";
import { workload } from "../../src/figure/workload.ts";
import { demo } from "../../src/papers/wgan/ring/demo.ts";

const said = (step: number, params = {}, changes: Parameters<typeof workload>[2]["changes"] = []) =>
  workload(demo, { seed: 1, params }, { step, changes });

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
