import { expect, test } from "vitest";
import { tileAfterKey } from "../../../src/ui/parts/tile-keys.ts";

test.each([
  ["ArrowRight", 4, 5],
  ["ArrowRight", 6, 6],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 4],
  ["ArrowDown", 5, 5],
  ["ArrowUp", 4, 1],
  ["ArrowUp", 1, 1],
  ["Home", 5, 3],
  ["End", 3, 5],
  ["End", 6, 6],
  ["Tab", 2, null],
])("of seven tiles in rows of three, %s leads from %i to %s", (key, from, to) => {
  expect(tileAfterKey(key, from, { n: 7, columns: 3 })).toBe(to);
});
