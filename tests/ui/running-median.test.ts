import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRunningMedian, reachOf } from "../../src/ui/running-median.ts";

fc.configureGlobal({ seed: 1 });

const curve = (values: readonly number[], every = 1) => ({
  steps: Uint32Array.from(values, (_, i) => 1 + i * every),
  values: Float32Array.from(values),
});

test("by hand: each median is of the steps within reach, and spikes are gone", () => {
  const smooth = createRunningMedian()(curve([1, 2, 100, 4, 5, 6, -50, 8]), 2);
  expect(Array.from(smooth.steps)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  // Of 1, 2, 100; of 1, 2, 100, 4; of 1, 2, 100, 4, 5; …
  expect(Array.from(smooth.values)).toEqual([2, 3, 4, 5, 5, 5, 5.5, 6]);
});

test("what is not finite does not count, and where there is nothing else there is no median", () => {
  const smooth = createRunningMedian()(curve([1, Number.NaN, 3, Infinity, Number.NaN]), 1);
  expect(Array.from(smooth.values)).toEqual([1, 2, 3, 3, Number.NaN]);
  expect(createRunningMedian()(curve([]), 5).steps).toHaveLength(0);
});

test("a long curve has a median each fifth of the reach, and one at its end", () => {
  const smooth = createRunningMedian()(
    curve(Array.from({ length: 2000 }, (_, i) => i)),
    reachOf(2000),
  );
  expect(smooth.steps[1]).toBe(6);
  expect(smooth.steps.length).toBe(401);
  expect(smooth.steps[400]).toBe(2000);
  // Of a straight line it is the line, but for half windows at its ends.
  expect(smooth.values[200]).toBe(1000);
});

test("a curve that grows gets the medians that it gets at once, and another curve its own", () => {
  const values = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
    minLength: 2,
    maxLength: 120,
  });
  fc.assert(
    fc.property(
      values,
      fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
      (all, cuts) => {
        const grown = createRunningMedian();
        const whole = curve(all);
        const part = (n: number) => ({
          steps: whole.steps.slice(0, n),
          values: whole.values.slice(0, n),
        });
        for (const cut of cuts.toSorted((a, b) => a - b)) grown(part(Math.min(cut, all.length)), 7);
        expect(grown(whole, 7)).toEqual(createRunningMedian()(whole, 7));
        const other = curve(all.map((value) => value + 1));
        expect(grown(other, 7)).toEqual(createRunningMedian()(other, 7));
      },
    ),
  );
});
