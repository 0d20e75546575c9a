import { expect, test } from "vitest";
import { brushFor, drawLine, inkOf, type Levels, type Tip } from "../../../src/ui/parts/brush.ts";
import type { Picture } from "../../../src/ui/parts/pixel-scale.ts";
import { extendStroke, shownStroke, startStroke } from "../../../src/ui/parts/stroke.ts";

const paper = (side = 28): Picture => ({
  columns: side,
  rows: side,
  data: new Float32Array(side * side),
});
const tip = (x: number, y: number, pressure = 1): Tip => ({ x, y, pressure });

function drawn(tips: readonly Tip[], levels: Levels, on = paper(), erases = false): Picture {
  const stroke = startStroke(on, tips[0]!, brushFor(on, levels, erases));
  for (const next of tips.slice(1)) extendStroke(stroke, next);
  return shownStroke(stroke);
}

const arc = (n: number): Tip[] =>
  Array.from({ length: n + 1 }, (_, k) =>
    tip(14 + 7 * Math.sin((2 * Math.PI * k) / n), 14 - 10 * Math.cos((2 * Math.PI * k) / n)),
  );

test("a zero and a one have as much ink as those of MNIST, 17 and 8 % in the mean of its training set", () => {
  const zero = inkOf(drawn(arc(60), 16));
  const one = inkOf(drawn([tip(14, 4), tip(14, 14), tip(14, 24)], 16));
  expect(zero).toBeGreaterThanOrEqual(14);
  expect(zero).toBeLessThanOrEqual(20);
  expect(one).toBeGreaterThanOrEqual(6);
  expect(one).toBeLessThanOrEqual(10);
});

test("soft strokes have full ink inside, grey edges, and the levels that a link carries", () => {
  const { data } = drawn([tip(14, 4), tip(14, 14), tip(14, 24)], 16);
  const row = [...data.subarray(14 * 28, 15 * 28)];
  expect(Math.max(...row)).toBe(1);
  expect(row.filter((ink) => ink > 0 && ink < 1).length).toBeGreaterThanOrEqual(2);
  for (const ink of data) expect((ink * 15) % 1).toBeCloseTo(0, 5);
});

test("thin strokes are whole pixels, one or two across, without gaps", () => {
  for (const end of [tip(24, 4), tip(24, 9.3), tip(4.2, 23), tip(17, 24)]) {
    const { data } = drawn([tip(4.2, 4.2), end], 2);
    expect(data.every((ink) => ink === 0 || ink === 1)).toBe(true);
    const along = Math.max(Math.abs(end.x - 4.2), Math.abs(end.y - 4.2));
    const inked = data.filter((ink) => ink === 1).length;
    expect(inked).toBeGreaterThanOrEqual(Math.floor(along));
    expect(inked).toBeLessThanOrEqual(2.2 * along);
  }
});

test.each([2, 16] as const)("a tap anywhere leaves ink, on %i levels", (levels) => {
  for (const at of [tip(5, 5), tip(5.5, 5.5), tip(5.9, 5.1), tip(0, 0), tip(27.9, 27.9)])
    expect(Math.max(...drawn([at], levels).data)).toBe(1);
});

test("few samples make the same smooth curve as many", () => {
  const [few, many] = [drawn(arc(20), 16), drawn(arc(200), 16)];
  const difference = few.data.reduce((sum, ink, i) => sum + Math.abs(ink - many.data[i]!), 0);
  const total = many.data.reduce((sum, ink) => sum + ink, 0);
  expect(difference / total).toBeLessThan(0.09);
});

test("going over a line again does not darken it; an eraser takes it all", () => {
  const line = [tip(4, 14), tip(14, 14), tip(24, 14)];
  const once = drawn(line, 16);
  expect(drawn(line, 16, once).data).toEqual(once.data);
  expect(inkOf(drawn(line, 16, once, true))).toBe(0);
});

test("pressure widens a stroke", () => {
  const line = (pressure: number): Tip[] => [tip(4, 14, pressure), tip(24, 14, pressure)];
  expect(inkOf(drawn(line(1.4), 16))).toBeGreaterThan(inkOf(drawn(line(0.6), 16)));
});

test("what lies outside is left out", () => {
  const picture = paper(4);
  drawLine(picture, tip(-20, 2), tip(-10, 2), brushFor(picture, 16, false));
  expect(inkOf(picture)).toBe(0);
});
