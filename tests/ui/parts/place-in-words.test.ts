import { expect, test } from "vitest";
import { placeInWords, wayInWords } from "../../../src/ui/parts/place-in-words.ts";

test.each([
  [13.5, 13.5, "the middle"],
  [0, 0, "the top left"],
  [13.5, 27, "the bottom"],
  [18, 13.5, "the right"],
  // Off the picture.
  [40, -9, "the top right"],
])("%d across and %d down of 28 is at %s", (x, y, words) => {
  expect(placeInWords([x, y], 28)).toBe(words);
});

test("a digit’s box, from pixel 4 to 23, has thirds", () => {
  const across = Array.from({ length: 20 }, (_, i) => placeInWords([4 + i, 13.5], 28));
  expect(across.filter((words) => words === "the left")).toHaveLength(7);
  expect(across.filter((words) => words === "the right")).toHaveLength(7);
});

test("of a way each place is said once, and again when it comes back", () => {
  const way = [13, 14, 5, 4, 13].map((x) => [x, 13] as const);
  expect(wayInWords(way, 28)).toEqual(["the middle", "the left", "the middle"]);
});
