import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeNames, type NamedEnd } from "../../src/ui/end-labels.ts";

fc.configureGlobal({ seed: 1, numRuns: 500 });

/** Of a chart 56 px high, as a name is. */
const HEIGHT = 0.25;
const name = (end: number, ...taken: [number, number][]): NamedEnd => ({ end, taken });

test("a name stands at its line's end where nothing is", () => {
  expect(placeNames([name(0.5)])).toEqual([0.5]);
  expect(placeNames([name(1.5)])![0]).toBeCloseTo(1 - HEIGHT / 2, 5);
});

test("where its curve is it stands beside it, above rather than below", () => {
  const over = placeNames([name(0.5, [0.45, 0.55])])![0]!;
  expect(over - HEIGHT / 2).toBeGreaterThan(0.55);
  const under = placeNames([name(0.9, [0.7, 1.2])])![0]!;
  expect(under + HEIGHT / 2).toBeLessThan(0.7);
});

test("of two, the upper stands above its line and the lower below", () => {
  const taken: [number, number][] = [
    [0.38, 0.42],
    [0.48, 0.52],
  ];
  const [low, high] = placeNames([name(0.4, ...taken), name(0.5, ...taken)])!;
  expect(low).toBeLessThan(0.38);
  expect(high).toBeGreaterThan(0.52);
});

test("where curves fill the height there is no place", () => {
  expect(placeNames([name(0.5, [0.2, 0.8])])).toBeNull();
  expect(placeNames([name(0.5, [0, 0.6]), name(0.5, [0, 0.6])])).toBeNull();
});

test("up to four names cover no curve and no other name, keep the order of their lines and stay inside", () => {
  const band = fc
    .tuple(
      fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
    )
    .map(([low, height]): [number, number] => [low, low + height]);
  const names = fc.array(
    fc.record({
      end: fc.double({ min: -1, max: 2, noNaN: true }),
      taken: fc.array(band, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  let placed = 0;
  fc.assert(
    fc.property(names, (asked) => {
      const middles = placeNames(asked);
      if (!middles) return;
      placed++;
      const order = asked.map((_, i) => i).toSorted((a, b) => asked[a]!.end - asked[b]!.end);
      order.forEach((line, rank) => {
        const [low, high] = [middles[line]! - HEIGHT / 2, middles[line]! + HEIGHT / 2];
        expect(low).toBeGreaterThanOrEqual(-1e-5);
        expect(high).toBeLessThanOrEqual(1 + 1e-5);
        for (const [from, to] of asked[line]!.taken) expect(high <= from || low >= to).toBe(true);
        if (rank > 0)
          expect(low - middles[order[rank - 1]!]! - HEIGHT / 2).toBeGreaterThanOrEqual(-1e-5);
      });
    }),
  );
  expect(placed).toBeGreaterThan(100);
});
