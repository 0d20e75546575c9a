import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeNames } from "../../src/ui/end-labels.ts";

fc.configureGlobal({ seed: 1 });

test("one name stands above its line, and below where there is no room", () => {
  expect(placeNames([0.5])[0]).toBeGreaterThan(0.55);
  expect(placeNames([0.95])[0]).toBeLessThan(0.9);
  expect(placeNames([0.95])[0]).toBeGreaterThan(0.7);
});

test("of two, the upper stands above its line and the lower below", () => {
  const [low, high] = placeNames([0.4, 0.5]);
  expect(low).toBeLessThan(0.4);
  expect(high).toBeGreaterThan(0.5);
});

test("up to four names never overlap, keep the order of their lines and stay inside", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 1, maxLength: 4 }),
      (ends) => {
        const middles = placeNames(ends);
        const order = ends.map((_, i) => i).toSorted((a, b) => ends[a]! - ends[b]!);
        order.forEach((line, rank) => {
          expect(middles[line]).toBeGreaterThanOrEqual(0.1 - 1e-9);
          expect(middles[line]).toBeLessThanOrEqual(0.9 + 1e-9);
          if (rank > 0)
            expect(middles[line]! - middles[order[rank - 1]!]!).toBeGreaterThanOrEqual(0.2 - 1e-9);
        });
      },
    ),
  );
});
