import { expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readDigits } from "../../../src/data/mnist.ts";
import { keyOf } from "../../../src/math/key.ts";
import { twoDigits } from "../../../src/papers/draw/two-digits.ts";

const SIDE = 28;
/** Rows of equal ink: as many pictures of a white square. */
const white = (n: number) => ({
  data: new Uint8Array(n * SIDE ** 2).fill(15),
  shape: [n, SIDE, SIDE],
  scale: 1 / 15,
});

test("two white squares of half a side cover what two squares can, and no pixel has more than full ink", () => {
  const { data, shape, scale } = twoDigits(white(60), keyOf(5));
  expect(shape).toEqual([60, SIDE, SIDE]);
  const areas = Array.from({ length: 60 }, (_, i) =>
    data.slice(i * SIDE ** 2, (i + 1) * SIDE ** 2).reduce((sum, ink) => sum + ink * scale, 0),
  );
  for (const area of areas) {
    expect(area).toBeGreaterThan(14 ** 2 - 0.01);
    expect(area).toBeLessThan(2 * 14 ** 2 + 0.01);
  }
  // Places differ, and most pairs overlap in part.
  expect(new Set(areas).size).toBeGreaterThan(20);
  expect(Math.max(...data) * scale).toBe(1);
});

test("ink is kept where digits do not meet; the same key lays the same pictures", async () => {
  const { images } = await readDigits(await publicFile("data/digits.bin"));
  const made = twoDigits(images, keyOf(5));
  expect(twoDigits(images, keyOf(5))).toEqual(made);
  expect(twoDigits(images, keyOf(6))).not.toEqual(made);
  const ink = (data: ArrayLike<number>, scale = 1): number =>
    Array.from(data).reduce((sum, grey) => sum + grey * scale, 0);
  // Half a side is a quarter of the ink, and there are two; overlaps cut little.
  const share = ink(made.data, made.scale) / ink(images.data, images.scale);
  expect(share).toBeGreaterThan(0.42);
  expect(share).toBeLessThan(0.55);
});
