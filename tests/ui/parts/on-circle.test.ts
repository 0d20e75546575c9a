/** Arrows along the chords of a circle. */
import { expect, test } from "vitest";
import { alongChord, degreesAt, placeAt } from "../../../src/ui/parts/on-circle.ts";

test("degrees run clockwise from the top", () => {
  const [x, y] = placeAt(90);
  expect([x, y]).toEqual([1, expect.closeTo(0, 12)]);
  expect(degreesAt(placeAt(-135))).toBeCloseTo(-135, 12);
});

test("an arrow begins where the mark ends, on the side that it points to, and is as long as said", () => {
  const top = placeAt(0);
  const to = alongChord(top, placeAt(180), 0.5, 0.1);
  expect(to.from).toEqual([expect.closeTo(0, 12), expect.closeTo(0.9, 12)]);
  expect(to.by).toEqual([expect.closeTo(0, 12), expect.closeTo(-0.5, 12)]);
  const away = alongChord(top, placeAt(180), -0.5, 0.1);
  expect(away.from[1]).toBeCloseTo(1.1, 12);
  expect(away.by[1]).toBeCloseTo(0.5, 12);
  // At the same place.
  const none = alongChord(top, top, 0.5, 0.1);
  expect([...none.from, ...none.by]).toEqual([...top, 0, 0]);
});
