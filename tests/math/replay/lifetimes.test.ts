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

test("large pieces come first, each to the lowest room that is free all its time", () => {
  const at = (lines: number, first: number, last: number): Life => ({
    bytes: lines * LINE,
    first,
    last,
  });
  const linesOf = (...lives: Life[]) => {
    const { offsets, bytes } = laidOut(lives);
    return { at: offsets.map((offset) => offset / LINE), all: bytes / LINE };
  };
  expect(linesOf(at(1, 0, 5), at(3, 0, 1), at(2, 2, 3))).toEqual({ at: [3, 0, 0], all: 4 });
  // A gap between two others is used, if it is large enough.
  expect(linesOf(at(5, 0, 1), at(4, 0, 9), at(3, 0, 9), at(2, 2, 3))).toEqual({
    at: [0, 5, 9, 0],
    all: 12,
  });
  expect(linesOf(at(6, 0, 1), at(5, 0, 9), at(4, 2, 9), at(2, 3, 3), at(1, 3, 3)).at).toEqual([
    0, 6, 0, 4, 11,
  ]);
  // In use to the last: the room is free from the next time on, not at the same.
  expect(linesOf(at(1, 0, 1), at(1, 1, 1)).all).toBe(2);
  expect(linesOf(at(1, 0, 1), at(1, 2, 2)).all).toBe(1);
  expect(linesOf(at(1, 2, 2), at(1, 0, 1)).all).toBe(1);
  expect(
    laidOut([
      { bytes: 0, first: 0, last: 0 },
      { bytes: 65, first: 0, last: 0 },
    ]).bytes,
  ).toBe(3 * LINE);
  expect(laidOut([])).toEqual({ offsets: [], bytes: 0 });
});
