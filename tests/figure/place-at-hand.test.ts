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
  expect(placeAtHand({ top: -200, bottom: 120 }, slider(400), HEIGHT)).toEqual({
    top: 0,
    scale: 1,
  });
  expect(placeAtHand({ top: -400, bottom: -80 }, slider(100), HEIGHT)).toEqual({
    top: 344,
    scale: 1,
  });
});

test("where there is no room for them they become smaller, on the side with more", () => {
  expect(placeAtHand({ top: -500, bottom: -20 }, slider(368), HEIGHT)).toEqual({
    top: 0,
    scale: 0.75,
  });
  expect(placeAtHand({ top: -500, bottom: -20 }, slider(252), HEIGHT)).toEqual({
    top: 304,
    scale: 0.75,
  });
});

test("never past reading: of very high ones that part is seen which is next to the control", () => {
  const above = { top: -1000, bottom: -20 };
  expect(placeAtHand(above, slider(368), HEIGHT)).toEqual({ top: -130, scale: 0.5 });
  expect(placeAtHand(above, slider(252), HEIGHT)).toEqual({ top: 304, scale: 0.5 });
});
