import { expect, test } from "vitest";
import { lastStep, plainAxis, valueAxis } from "../../src/ui/chart-scale.ts";
import { hairlines, indexAt, linePath } from "../../src/ui/line-path.ts";

const curve = (values: number[]) => ({ steps: values.map((_, i) => i), values });
const texts = (axis: ReturnType<typeof valueAxis>) => axis.ticks.map(({ text }) => text);

test("the step axis ends at round numbers, grows in jumps and stops at the end of the run", () => {
  const end = (step: number): number => lastStep([{ steps: [0, step], values: [0, 0] }], 3000);
  expect([0, 7, 11, 180, 700, 1400, 2100, 3000].map(end)).toEqual([
    10, 10, 20, 200, 1000, 2000, 3000, 3000,
  ]);
  expect(lastStep([], 5)).toBe(5);
});

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
  expect(linePath(curve([1]), x, y)).toEqual({ joined: "", lone: "M0 0h0" });
  expect(linePath(curve([1, Number.NaN, 0, 1]), x, y)).toEqual({
    joined: "M500 1000L750 0",
    lone: "M0 0h0",
  });
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
});
