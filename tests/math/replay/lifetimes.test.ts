/** Pieces of memory share room only where their times are apart, and little room is lost. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { laidOut, LINE, type Life } from "../../../src/math/replay/lifetimes.ts";

const life = fc
  .record({
    bytes: fc.integer({ min: 1, max: 5000 }),
    first: fc.integer({ min: -1, max: 60 }),
    more: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ bytes, first, more }): Life => ({ bytes, first, last: first + more }));

test("pieces that are in use at one time lie apart, each at the start of a line, within what is taken", () => {
  fc.assert(
    fc.property(fc.array(life, { maxLength: 80 }), (lives) => {
      const { offsets, bytes } = laidOut(lives);
      for (const [i, a] of lives.entries()) {
        expect(offsets[i]! % LINE).toBe(0);
        expect(offsets[i]!).toBeGreaterThanOrEqual(0);
        expect(offsets[i]! + a.bytes).toBeLessThanOrEqual(bytes);
        for (const [j, b] of lives.entries()) {
          if (j >= i || a.last < b.first || b.last < a.first) continue;
          const areApart =
            offsets[i]! + a.bytes <= offsets[j]! || offsets[j]! + b.bytes <= offsets[i]!;
          expect(areApart).toBe(true);
        }
      }
    }),
    { seed: 1 },
  );
});

test("a piece takes the smallest gap that holds it, gaps beside each other are one, and the end gives way", () => {
  const at = (bytes: number, first: number, last: number): Life => ({ bytes, first, last });
  // Gaps of 3 and 2 lines, with a piece between that stays.
  const start = [at(3 * LINE, 0, 1), at(LINE, 0, 9), at(2 * LINE, 0, 1), at(LINE, 0, 9)];
  expect(laidOut(start)).toEqual({ offsets: [0, 3, 4, 6].map((n) => n * LINE), bytes: 7 * LINE });
  expect(laidOut([...start, at(2 * LINE, 2, 2)]).offsets[4]).toBe(4 * LINE);
  expect(laidOut([...start, at(2 * LINE + 1, 2, 2)]).offsets[4]).toBe(0);
  expect(laidOut([...start, at(4 * LINE, 2, 2)])).toMatchObject({ bytes: 11 * LINE });
  // In use to the last: the room is free from the next time on, not at the same.
  expect(laidOut([at(LINE, 0, 1), at(LINE, 1, 1)]).bytes).toBe(2 * LINE);
  expect(laidOut([at(LINE, 0, 1), at(LINE, 2, 2)]).bytes).toBe(LINE);
  const three = [at(LINE, 0, 1), at(LINE, 0, 2), at(LINE, 0, 1)];
  expect(laidOut([...three, at(3 * LINE, 3, 3)]).bytes).toBe(3 * LINE);
  // A gap at the end is made longer.
  expect(laidOut([...three, at(2 * LINE, 2, 2)]).bytes).toBe(4 * LINE);
});
