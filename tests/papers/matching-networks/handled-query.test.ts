import { expect, test } from "vitest";
import { handled } from "../../../src/papers/matching-networks/handled-query.ts";

const NOT = { turn: 0, right: 0, down: 0, thick: 0 };
const SIDE = 7;
const bitsOf = (...rows: string[]): Float32Array =>
  Float32Array.from(rows.join(""), (mark) => (mark === "#" ? 1 : 0));
const rowsOf = (bits: Float32Array): string[] =>
  Array.from({ length: SIDE }, (_, y) =>
    Array.from(bits.subarray(y * SIDE, (y + 1) * SIDE), (bit) => (bit > 0 ? "#" : ".")).join(""),
  );

const FLAG = bitsOf(".......", "..#....", "..###..", "..##...", "..#....", "..#....", ".......");

test("handled by nothing, a drawing is the same", () => {
  expect(handled(FLAG, SIDE, NOT)).toEqual(FLAG);
  expect(handled(new Float32Array(49), SIDE, { ...NOT, turn: 30, thick: 2 })).toEqual(
    new Float32Array(49),
  );
});

test("a quarter turns clockwise about the middle of the ink, and four give it back", () => {
  const turned = handled(FLAG, SIDE, { ...NOT, turn: 90 });
  expect(rowsOf(turned)).toEqual([
    ".......",
    ".......",
    ".#####.",
    "...##..",
    "....#..",
    ".......",
    ".......",
  ]);
  const back = [1, 2, 3].reduce((bits) => handled(bits, SIDE, { ...NOT, turn: 90 }), turned);
  expect(back).toEqual(FLAG);
  expect(handled(FLAG, SIDE, { ...NOT, turn: 180 })).toEqual(
    handled(turned, SIDE, { ...NOT, turn: 90 }),
  );
});

test("shifted to the right and down; what leaves the paper is lost", () => {
  expect(rowsOf(handled(FLAG, SIDE, { ...NOT, right: 3, down: 2 }))).toEqual([
    ".......",
    ".......",
    ".......",
    ".....#.",
    ".....##",
    ".....##",
    ".....#.",
  ]);
});

test("ink grows by a pen around each pixel", () => {
  const dot = bitsOf(...Array.from({ length: SIDE }, (_, y) => (y === 3 ? "...#..." : ".......")));
  const count = (thick: number): number =>
    handled(dot, SIDE, { ...NOT, thick }).reduce((sum, bit) => sum + bit, 0);
  // A square with round corners: its sides reach 0.5 + thick from the middle.
  expect([0, 0.5, 1, 1.5, 2].map(count)).toEqual([1, 5, 9, 13, 21]);
});
