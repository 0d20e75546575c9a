import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterKey,
  fromPosition,
  nudge,
  toPosition,
  type SliderScale,
} from "../../src/ui/slider-scale.ts";

fc.configureGlobal({ seed: 1 });

const linear: SliderScale = { min: -1, max: 1, step: 0.1, log: false };
const log: SliderScale = { min: 1e-5, max: 0.3, step: 0, log: true };
const counts: SliderScale = { min: 1, max: 64, step: 1, log: true, round: Math.round };
const scales = [linear, log, counts];

test.each(scales)("both ends are exact: %o", (scale) => {
  expect(fromPosition(scale, toPosition(scale, scale.min))).toBe(scale.min);
  expect(fromPosition(scale, toPosition(scale, scale.max))).toBe(scale.max);
  expect(afterKey(scale, scale.max, "Home")).toBe(scale.min);
  expect(afterKey(scale, scale.min, "End")).toBe(scale.max);
});

test("values are round, and without the noise of binary fractions", () => {
  expect(fromPosition(linear, 0.3001)).toBe(0.3);
  expect(fromPosition(log, Math.log10(0.012345))).toBe(0.012);
  expect(fromPosition(counts, Math.log10(2.4))).toBe(2);
});

test("any position gives a value in range, and a greater position no smaller value", () => {
  for (const scale of scales) {
    const low = toPosition(scale, scale.min);
    const high = toPosition(scale, scale.max);
    const position = fc.double({ min: low, max: high, noNaN: true });
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [left, right] = [
          fromPosition(scale, Math.min(a, b)),
          fromPosition(scale, Math.max(a, b)),
        ];
        expect(left).toBeGreaterThanOrEqual(scale.min);
        expect(right).toBeLessThanOrEqual(scale.max);
        expect(left).toBeLessThanOrEqual(right);
      }),
    );
  }
});

test.each(scales)("arrow keys walk from end to end without sticking: %o", (scale) => {
  let value = scale.min;
  let walked = 0;
  while (value < scale.max) {
    const next = nudge(scale, value, 1);
    expect(next).toBeGreaterThan(value);
    value = next;
    walked++;
  }
  expect(walked).toBeLessThan(200);
  expect(nudge(scale, scale.max, 1)).toBe(scale.max);
  expect(nudge(scale, scale.min, -1)).toBe(scale.min);
});

test("a whole number on a log scale moves although a twentieth of a decade is less than one", () => {
  expect(nudge(counts, 1, 1)).toBe(2);
  expect(nudge(counts, 2, -1)).toBe(1);
});

test("pages are tenths of the range, other keys are left alone", () => {
  expect(afterKey(linear, 0, "PageUp")).toBe(0.2);
  expect(afterKey(linear, 0, "ArrowLeft")).toBe(-0.1);
  expect(afterKey(linear, 0, "Tab")).toBeNull();
});
