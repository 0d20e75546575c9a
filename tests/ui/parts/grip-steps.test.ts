import { expect, test } from "vitest";
import type { Box } from "../../../src/ui/parts/stage-box.ts";
import { afterKey, settled } from "../../../src/ui/parts/grip-steps.ts";

/** y counts downwards. */
const PICTURE: Box = [
  [0, 27],
  [27, 0],
];
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

test("arrows go the way of the screen, whichever way the numbers count", () => {
  const rules = { way: "both", box: PICTURE, step: 0.1 } as const;
  expect(afterKey(key("ArrowUp"), [5, 5], rules)).toEqual([5, 4.9]);
  expect(afterKey(key("ArrowRight", true), [5, 5], rules)).toEqual([6, 5]);
  const mirrored: Box = [
    [1, -1],
    [0, 1],
  ];
  expect(afterKey(key("ArrowRight"), [0, 0], { ...rules, box: mirrored })).toEqual([-0.1, 0]);
  expect(afterKey(key("Enter"), [5, 5], rules)).toBe(null);
  expect(afterKey(key("Home"), [5, 5], rules)).toBe(null);
});

test("one axis has the keys of a slider", () => {
  const rules = {
    way: "y",
    box: [
      [0, 1],
      [0, 1],
    ],
    step: 0.01,
  } as const;
  expect(afterKey(key("ArrowRight"), [3, 0.5], rules)).toEqual([3, 0.51]);
  expect(afterKey(key("PageDown"), [3, 0.5], rules)).toEqual([3, 0.4]);
  expect(afterKey(key("PageDown", true), [3, 0.5], rules)).toEqual([3, 0.4]);
  expect(afterKey(key("Home"), [3, 0.5], rules)).toEqual([3, 0]);
  expect(afterKey(key("End"), [3, 0.5], rules)).toEqual([3, 1]);
});

test("places are on even steps without binary dust, within the box", () => {
  expect(settled([0.30000000000000004, 40], [0, 0], "both", PICTURE, 0.1)).toEqual([0.3, 27]);
  expect(settled([9, 9], [1, 2], "x", PICTURE)).toEqual([9, 2]);
  // About a hundred steps.
  expect(settled([1.234, 0], [0, 0], "x", PICTURE)).toEqual([1.2, 0]);
});
