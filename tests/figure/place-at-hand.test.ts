import { expect, test } from "vitest";
import { placeAtHand } from "../../src/figure/place-at-hand.ts";

const HEIGHT = 664;
const slider = (top: number) => ({ top, bottom: top + 44 });

test("pictures in view stay where they are", () => {
  expect(placeAtHand({ top: 0, bottom: 320 }, slider(400), HEIGHT)).toBeNull();
});

test("pictures without a box, as in wide figures, stay", () => {
  expect(placeAtHand({ top: -50, bottom: -50 }, slider(400), HEIGHT)).toBeNull();
});

test("pictures above the window come to its top, or to its bottom where the control is in the way", () => {
  expect(placeAtHand({ top: -200, bottom: 120 }, slider(400), HEIGHT)).toBe(0);
  expect(placeAtHand({ top: -400, bottom: -80 }, slider(100), HEIGHT)).toBe(344);
});

test("where there is no room for all of them, the side with more shows what fits, if that is more than was seen", () => {
  expect(placeAtHand({ top: -500, bottom: -20 }, slider(450), HEIGHT)).toBe(-38);
  expect(placeAtHand({ top: -500, bottom: -20 }, slider(150), HEIGHT)).toBe(202);
  expect(placeAtHand({ top: -45, bottom: 435 }, slider(440), HEIGHT)).toBeNull();
});
