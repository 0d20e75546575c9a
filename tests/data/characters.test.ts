import { expect, test } from "vitest";
import { classesOf, packedCharacters, writeDrawing } from "../../src/data/characters.ts";

const characters = packedCharacters(
  Uint8Array.from({ length: 3 * 20 * 98 }, (_, i) => Math.floor(i / 98)),
  [
    { name: "A", split: "train", first: 0, count: 2 },
    { name: "B", split: "test", first: 2, count: 1 },
  ],
);

test("drawings lie behind each other, character by character", () => {
  const drawing = characters.drawing(2, 7);
  expect([drawing.length, ...new Set(drawing)]).toEqual([98, 47]);
});

test("a class is a character in one of four directions", () => {
  expect(classesOf(characters, "test").map(({ quarters }) => quarters)).toEqual([0, 1, 2, 3]);
  expect(classesOf(characters, "train")).toHaveLength(8);
  expect(classesOf(characters, "train", 1)).toEqual([
    { character: 0, quarters: 0 },
    { character: 1, quarters: 0 },
  ]);
});

test("drawings are written where they belong, turned clockwise", () => {
  // One pixel at x = 3 in the top row.
  const bits = new Uint8Array(98);
  bits[0] = 128 >> 3;
  const place = (quarters: number): [x: number, y: number] => {
    const out = new Float32Array(2 * 784);
    writeDrawing(bits, quarters, out, 784);
    const ink = [...out.keys()].filter((i) => out[i] === 1);
    expect(ink).toHaveLength(1);
    return [(ink[0]! - 784) % 28, Math.floor((ink[0]! - 784) / 28)];
  };
  expect([0, 1, 2, 3].map(place)).toEqual([
    [3, 0],
    [27, 3],
    [24, 27],
    [0, 24],
  ]);
});

test("writing over an older drawing leaves nothing of it", () => {
  const out = new Float32Array(784).fill(1);
  writeDrawing(new Uint8Array(98), 1, out);
  expect(out.every((value) => value === 0)).toBe(true);
});
