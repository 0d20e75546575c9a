/** Addresses that mean one thing after another get places that mean one thing for good. */
import { expect, test } from "vitest";
import { createPlaces, pieceOf, SPAN } from "../../../src/math/replay/places.ts";

const piece = (address: number, bytes = 64) => ({ address, bytes, content: null });

test("an address that is taken again is another place, and one that never was is itself", () => {
  const places = createPlaces();
  places.taken(piece(1000));
  const first = places.of(1000);
  expect(places.of(1008)).toBe(first + 8);
  places.given(1000);
  places.taken(piece(1000));
  const second = places.of(1000);
  expect(pieceOf(second)).not.toBe(pieceOf(first));
  expect(first).toBeGreaterThanOrEqual(2 * SPAN);
  // Just past the end is not within.
  expect([0, 999, 1064].map(places.of)).toEqual([0, 999, 1064]);
  expect(places.pieces.get(pieceOf(first))).toEqual(piece(1000));
});

test("what was outside can become inside", () => {
  const places = createPlaces();
  expect(places.of(5000)).toBe(5000);
  expect(places.of(5016)).toBe(5016);
  // Somebody else's, given back and then taken by the step.
  places.given(5000);
  places.taken(piece(5000));
  expect(places.of(5016)).toBe(places.of(5000) + 16);
  expect(pieceOf(places.of(5016))).toBe(2);
});
