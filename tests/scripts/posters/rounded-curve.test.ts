import * as fc from "fast-check";
import { expect, test } from "vitest";
import { roundedCurve } from "../../../scripts/posters/rounded-curve.ts";

test("numbers keep the three digits that are printed, and more where a chart shows them", () => {
  expect(roundedCurve([0.123456, 123.456, 0])).toEqual([0.123, 123.5, 0]);
  expect(roundedCurve([-1.41234, -1.40567, -1.39012])).toEqual([-1.41234, -1.40567, -1.39012]);
  expect(roundedCurve([1.23456, 1.23456])).toEqual([1.23, 1.23]);
  expect(roundedCurve([])).toEqual([]);
});

test("no curve moves by half a pixel in a chart 150 px high, wherever it lies and however flat it is", () => {
  const part = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -4, max: 2 }),
      fc.array(part, { minLength: 2 }),
      (base, power, shape) => {
        const values = shape.map((each) => base + 10 ** power * each);
        const range = Math.max(...values) - Math.min(...values);
        roundedCurve(values).forEach((value, i) => {
          if (range > 0) expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(range / 300);
        });
      },
    ),
    { seed: 1 },
  );
});
