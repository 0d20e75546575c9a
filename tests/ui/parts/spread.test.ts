import * as fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "../../../src/ui/parts/spread.ts";

test("labels that are apart stay where they are, others make room in their order", () => {
  expect(spread([0.1, 0.9, 0.5], 0.2, [0, 1])).toEqual([0.1, 0.9, 0.5]);
  expect(spread([0, 0, 0], 0.25, [0, 1])).toEqual([0.5, 0.25, 0]);
  expect(spread([2, 1.9], 0.25, [0, 1])).toEqual([1, 0.75]);
});

test("they are never nearer than asked, nor beyond the ends, where there is room", () => {
  const places = fc.array(fc.double({ min: -1, max: 2, noNaN: true }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(places, (wanted) => {
      const spreaded = spread(wanted, 0.2, [0, 1]).toSorted((a, b) => a - b);
      expect(spreaded[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(spreaded.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
      for (let k = 1; k < spreaded.length; k++)
        expect(spreaded[k]! - spreaded[k - 1]!).toBeGreaterThanOrEqual(0.2 - 1e-9);
    }),
    { seed: 1 },
  );
});
