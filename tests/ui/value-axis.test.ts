import { expect, test } from "vitest";
import { plainAxis } from "../../src/ui/chart-scale.ts";
import { hairlines, indexAt, linePath } from "../../src/ui/line-path.ts";
import { valueAxis } from "../../src/ui/value-axis.ts";

const curve = (values: number[]) => ({ steps: values.map((_, i) => i), values });
const texts = (axis: ReturnType<typeof valueAxis>) => axis.ticks.map(({ text }) => text);

test("a constant lies in the middle of its axis, zero too", () => {
  for (const value of [0.25, -3.5, 1e-7, 0]) {
    const axis = valueAxis([curve([value, value, value])], { count: 3 });
    expect(axis.place(value)).toBeGreaterThan(0.2);
    expect(axis.place(value)).toBeLessThan(0.8);
  }
});

test("counts get whole ticks", () => {
  for (const values of [[3], [0, 1], [0, 1, 2, 3, 8]]) {
    const axis = valueAxis([curve(values)], { count: 4 });
    expect(axis.ticks.length).toBeGreaterThan(1);
    for (const { at } of axis.ticks) expect(Number.isInteger(at)).toBe(true);
  }
});

test("declared bounds are kept", () => {
  expect(valueAxis([curve([3, 4])], { bounds: [0, 8], count: 3 }).domain).toEqual([0, 8]);
});

test("very small numbers keep their size in words", () => {
  expect(texts(valueAxis([curve([1e-7, 2e-7])], { count: 2 })).join()).toContain("10⁻⁷");
});

test("an axis without data has no numbers", () => {
  expect(valueAxis([curve([])], { count: 3 }).ticks).toEqual([]);
  expect(valueAxis([curve([Number.NaN])], { count: 3 }).ticks).toEqual([]);
});

test("points without neighbours are apart from the line", () => {
  const x = plainAxis(0, 4, 3);
  const y = valueAxis([], { bounds: [0, 1], count: 3 });
  expect(linePath(curve([1]), x, y)).toMatchObject({ joined: "", lone: "M0 0h0" });
  expect(linePath(curve([1, Number.NaN, 0, 1]), x, y)).toMatchObject({
    joined: "M500 1000L750 0",
    lone: "M0 0h0",
  });
});

test("values beyond the edges are marked where they are, and one mark stands for its neighbours", () => {
  const x = plainAxis(0, 1000, 3);
  const y = valueAxis([], { bounds: [0, 1], count: 3 });
  const values = Array.from({ length: 1001 }, () => 0.5);
  values[100] = values[110] = values[900] = 3;
  values[500] = -1;
  const { above, below } = linePath(curve(values), x, y);
  expect(above).toEqual([0.1, 0.9]);
  expect(below).toEqual([0.5]);
  expect(linePath(curve([0, 1]), x, y)).toMatchObject({ above: [], below: [] });
});

test("an axis goes on showing what it has shown, and a single value more may widen it", () => {
  const before = valueAxis([curve([0, 8])], { count: 3 }).domain;
  const narrow = curve([3, 4]);
  expect(valueAxis([narrow], { count: 3 }).domain).not.toEqual(before);
  expect(valueAxis([narrow], { count: 3, least: before }).domain).toEqual(before);
  expect(valueAxis([curve([3, 40])], { count: 3, least: before }).domain[1]).toBeGreaterThanOrEqual(
    40,
  );
});

test("hairlines of one pixel are one line", () => {
  const x = plainAxis(0, 10_000, 3);
  expect(hairlines([5000, 5001, 5002, 9000], x)).toBe("M500 0V1000M900 0V1000");
});

test("indexAt finds the last point at or before a step", () => {
  expect([-1, 0, 24, 25, 99].map((step) => indexAt([0, 25, 50], step))).toEqual([-1, 0, 0, 1, 2]);
  expect(indexAt([], 3)).toBe(-1);
});

test("one spike of a long curve does not flatten the rest; a short curve shows all", () => {
  const noisy = (length: number): number[] =>
    Array.from({ length }, (_, i) => (i === 3 ? 100 : Math.sin(i)));
  expect(valueAxis([curve(noisy(1000))], { count: 3 }).domain).toEqual([-1, 1]);
  expect(valueAxis([curve(noisy(100))], { count: 3 }).domain[1]).toBeGreaterThanOrEqual(100);
  // Where noise is expected, already a short one does without it.
  const short = { ...curve(noisy(100)), noisy: true };
  expect(valueAxis([short], { count: 3 }).domain).toEqual([-1, 1]);
});
