import { expect, test } from "vitest";
import { covered, inkBits } from "../../src/data/ink.ts";

const at = (picture: Uint8Array, x: number, y: number): number => picture[y * 28 + x]!;
const total = (picture: Uint8Array): number => picture.reduce((sum, part) => sum + part, 0) / 16;

test("a dot covers the area of its circle, around its middle", () => {
  const picture = covered([Float64Array.of(10, 20)], 3);
  expect(Math.abs(total(picture) - Math.PI * 9)).toBeLessThan(0.5);
  for (const [x, y] of [
    [9, 19],
    [10, 19],
    [9, 20],
    [10, 20],
  ] as const)
    expect(at(picture, x, y)).toBe(16);
  expect([at(picture, 6, 20), at(picture, 13, 20), at(picture, 7, 17)]).toEqual([0, 0, 0]);
});

test("a line covers its length times its width, whatever its direction and its points", () => {
  const area = 4 * 20 + Math.PI * 4;
  for (const line of [
    Float64Array.of(4, 14, 24, 14),
    Float64Array.of(4, 14, 11, 14, 24, 14),
    Float64Array.of(8, 6, 20, 22),
  ])
    expect(Math.abs(total(covered([line], 2)) - area)).toBeLessThan(1.5);
  expect(total(covered([Float64Array.of(4, 14, 24, 14), Float64Array.of(4, 14, 24, 14)], 2))).toBe(
    total(covered([Float64Array.of(4, 14, 24, 14)], 2)),
  );
});

test("what lies beyond the picture is left out, and nothing of one drawing stays for the next", () => {
  expect(total(covered([Float64Array.of(-9, 14, 40, 60)], 2))).toBeLessThan(160);
  expect(total(covered([Float64Array.of(-9, -9)], 2))).toBe(0);
});

test("bits lie in rows from the top, the highest first, from 30 % of ink on", () => {
  const parts = new Uint8Array(784);
  parts.set([16, 4, 5], 0);
  parts[783] = 16;
  const bits = inkBits(parts);
  expect([bits.length, bits[0], bits[97]]).toEqual([98, 0b10100000, 1]);
});
