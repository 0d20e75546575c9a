import { expect, test } from "vitest";
import { grid } from "../../src/contract/branches.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { chartsOf } from "../../src/figure/drawn-charts.ts";
import { linesOf } from "../../src/figure/drawn-lines.ts";
import { instantDemo } from "../fixtures/instant-demo.tsx";
import { ringDemo } from "../fixtures/ring-demo.tsx";

const drawn = (demo: Demo, chart: string, values = {}): string[][] =>
  linesOf(demo, chart, values).map(({ curve, label }) => [curve, label]);

test("metrics and measures that name a chart are its lines; those that name none serve words alone", () => {
  expect(chartsOf(ringDemo)).toEqual(["loss", "distance", "modes"]);
  expect(drawn(ringDemo, "loss")).toEqual([
    ["estimate", "critic’s estimate"],
    ["generator", "generator’s loss"],
  ]);
  expect(drawn(ringDemo, "distance")).toEqual([["em", "earth-mover distance"]]);
});

test("of runs side by side each has its lines, named for the run, and for the metric where there are several", () => {
  const branches = {
    low: { label: "c = 0.01", values: { c: 0.01 } },
    high: { label: "c = 0.5", values: { c: 0.5 } },
  };
  const demo: Demo = { ...ringDemo, branches };
  expect(drawn(demo, "distance")).toEqual([
    ["low.em", "c = 0.01"],
    ["high.em", "c = 0.5"],
  ]);
  expect(drawn(demo, "loss")).toEqual([
    ["low.estimate", "critic’s estimate, c = 0.01"],
    ["low.generator", "generator’s loss, c = 0.01"],
    ["high.estimate", "critic’s estimate, c = 0.5"],
    ["high.generator", "generator’s loss, c = 0.5"],
  ]);
});

test("what a setting does not have is not listed", () => {
  const { measures } = ringDemo;
  const late = { ...measures.em, label: "after 5", least: { nCritic: 5 } };
  const demo: Demo = { ...ringDemo, measures: { ...measures, late } };
  const names = (nCritic: number) => drawn(demo, "distance", { nCritic }).map(([name]) => name);
  expect(names(4)).toEqual(["em"]);
  expect(names(5)).toEqual(["em", "late"]);
});

test("four runs are drawn, five are not", () => {
  const side = (n: number): Demo => ({
    ...ringDemo,
    branches: grid({ nCritic: [1, 2, 3, 4, 5].slice(0, n) }),
  });
  expect(chartsOf(side(4))).toHaveLength(3);
  expect(chartsOf(side(5))).toEqual([]);
});

test("there are no charts without steps, nor of what nothing names", () => {
  const charts = { seen: { title: "Seen", y: "share" } };
  const measures = { seen: { label: "seen", help: "", chart: "seen" } };
  expect(chartsOf({ ...instantDemo, charts, measures })).toEqual([]);
  expect(chartsOf({ ...ringDemo, charts })).toEqual([]);
});
