/** Pictures of a digit among clutter: whole, where it is said to be, and with the label that goes with it. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readDigits } from "../../../src/data/mnist.ts";
import type { Pictures } from "../../../src/data/grey-pictures.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { rows } from "../../../src/math/rows.ts";
import type { Tensor } from "../../../src/math/tensor.ts";
import { cluttered, DIGIT, middles, PICTURE } from "../../../src/papers/draw/cluttered.ts";

const [KEY, m] = [keyOf(11), 24];
const SIZE = PICTURE ** 2;

let digits: Pictures;
beforeAll(async () => {
  await useBackend("wasm");
  digits = await readDigits(await publicFile("data/digits.bin"));
});

const numbers = async (of: Tensor): Promise<Float32Array> => (await read(of)).data;

/** Ink of row i of the digits at a pixel of the picture, if its corner is there. */
function inkOf(i: number, corner: readonly number[], p: number): number {
  const [a, b] = [(p % PICTURE) - corner[0]!, Math.floor(p / PICTURE) - corner[1]!];
  if (a < 0 || b < 0 || a >= DIGIT || b >= DIGIT) return 0;
  return digits.images.data[i * DIGIT ** 2 + b * DIGIT + a]! * digits.images.scale!;
}

/** The row of the digits that lies on each picture with its corner at the place said; -1 where there is none. */
async function lain(pictures: Float32Array, exactly: boolean): Promise<number[]> {
  const centres = await numbers(middles(KEY, m));
  return Array.from({ length: m }, (_, k) => {
    const corner = [0, 1].map((axis) => centres[2 * k + axis]! - (DIGIT - 1) / 2);
    return Array.from(digits.labels.data).findIndex((_label, i) => {
      for (let p = 0; p < SIZE; p++) {
        const [ink, wanted] = [pictures[k * SIZE + p]!, Math.fround(inkOf(i, corner, p))];
        if (exactly ? ink !== wanted : ink < wanted) return false;
      }
      return true;
    });
  });
}

test("without clutter there is one digit, at the place said, whose label is that of the same rows", async () => {
  const found = await lain(await numbers(cluttered(KEY, digits.images, m, 0)), true);
  expect(found).not.toContain(-1);
  const labels = await numbers(rows(KEY, digits.labels, m));
  expect(found.map((i) => digits.labels.data[i])).toEqual([...labels]);
});

test("digits in order begin with the one asked for", async () => {
  const found = await lain(await numbers(cluttered(KEY, digits.images, m, 0, 30)), true);
  expect(found).toEqual(Array.from({ length: m }, (_, k) => 30 + k));
});

test("clutter adds ink and takes none, the more pieces the more, and leaves the places as they are", async () => {
  const ink = async (pieces: number): Promise<Float32Array> =>
    numbers(cluttered(KEY, digits.images, m, pieces, 30));
  const [none, some, more] = [await ink(0), await ink(4), await ink(12)];
  const total = (pictures: Float32Array): number => pictures.reduce((sum, each) => sum + each, 0);
  expect(await lain(some, false)).not.toContain(-1);
  for (const [fewer, most] of [
    [none, some],
    [some, more],
  ] as const) {
    expect(fewer.every((each, p) => each <= most[p]!)).toBe(true);
    expect(total(most)).toBeGreaterThan(1.02 * total(fewer));
  }
  expect(Math.max(...more)).toBeLessThanOrEqual(1);
});
