/** The reduction from 105×105 to 28×28: by hand, against Pillow's own arithmetic, and by what the packed drawings tell of theirs. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BYTES, HALVES } from "../../src/omniglot/alphabets.ts";
import { reducedDrawing } from "../../src/omniglot/reduced-drawing.ts";
import type { Ink } from "../fixtures/omniglot-zip.ts";
import { pillowBox } from "../fixtures/pillow-box.ts";

const bitsOf = (bytes: Uint8Array): number[] =>
  Array.from({ length: 8 * bytes.length }, (_, p) => (bytes[p >> 3]! >> (7 - (p & 7))) & 1);
const reduce = (ink: Ink): number[] =>
  bitsOf(
    reducedDrawing(
      Uint8Array.from({ length: 105 * 105 }, (_, i) => Number(ink(i % 105, Math.floor(i / 105)))),
    ),
  );
const columnsOf = (bits: number[]): number[] =>
  bits.slice(0, 28).flatMap((bit, x) => (bit ? [x] : []));

test("by hand: new columns hold the old ones 0 to 3, 4 to 7, 8 to 10, 11 to 14, and 15 to 18", () => {
  // One old column of four is 25 %, one of three is 33 %.
  expect([0, 3, 4, 7, 11, 14].map((old) => columnsOf(reduce((x) => x === old)))).toEqual(
    Array.from({ length: 6 }, () => []),
  );
  expect([8, 9, 10].map((old) => columnsOf(reduce((x) => x === old)))).toEqual([[2], [2], [2]]);
  // Two of four are half; two that a border parts are a quarter of each.
  expect(columnsOf(reduce((x) => x === 6 || x === 7))).toEqual([1]);
  expect(columnsOf(reduce((x) => x === 3 || x === 4))).toEqual([]);
  expect(columnsOf(reduce((x) => x === 15 || x === 18))).toEqual([4]);
  // Of 16 old pixels five are 31 %, four are 25 %.
  expect(reduce((x, y) => y < 4 && 4 * x + y < 5 && x < 4)[0]).toBe(1);
  expect(reduce((x, y) => y < 4 && 4 * x + y < 4 && x < 4)[0]).toBe(0);
});

test("it is Pillow's BOX and 77 of 255, bit for bit, whatever is drawn", () => {
  const lines = fc.array(fc.tuple(fc.nat(104), fc.nat(104), fc.nat(104), fc.nat(104)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 4 }), fc.nat(99), (drawn, wide, noise) => {
      const ink: Ink = (x, y) =>
        (x * 31 + y * 17) % 101 < noise / 5 ||
        drawn.some(([x0, y0, x1, y1]) => {
          const [dx, dy] = [x1 - x0, y1 - y0];
          const t = Math.min(
            1,
            Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)),
          );
          return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2 <= wide * wide;
        });
      expect(reduce(ink)).toEqual(pillowBox(ink));
    }),
    { numRuns: 40, seed: 1 },
  );
});

const folder = process.env.OMNIGLOT ?? "../shared/data";
const packed = `${folder}/omniglot-28.bin.br`;
const isThere = existsSync(packed);
if (!isThere)
  process.stdout.write(
    `Omniglot's packed drawings are not at ${packed}: two tests are left out.\n`,
  );

// The pictures of 105×105 pixels themselves were nowhere to be had: that their reduction gives these bytes is not shown here. The
// site compares the hashes of the halves where a reader has the files, and says what came out.
test.runIf(isThere)("the halves that the site knows are those of the packed drawings", () => {
  const bytes = brotliDecompressSync(readFileSync(packed));
  const hashes = HALVES.map(({ from, to }) =>
    createHash("sha256").update(bytes.subarray(from, to)).digest("hex"),
  );
  expect(hashes).toEqual(HALVES.map(({ sha256 }) => sha256));
});

test.runIf(isThere)("the packed drawings were made by BOX, not by an area average", () => {
  const bytes = brotliDecompressSync(readFileSync(packed));
  const alone = [0, 0, 0, 0];
  // Every tenth is enough, 3,246 of them.
  for (let from = 0; from < bytes.length; from += 10 * BYTES) {
    const bits = bitsOf(bytes.subarray(from, from + BYTES));
    for (let y = 4; y < 24; y++)
      for (let x = 4; x < 24; x++)
        if (bits[y * 28 + x] && !bits[y * 28 + x - 1] && !bits[y * 28 + x + 1]) alone[x % 4]! += 1;
  }
  const mean = alone.reduce((a, b) => a + b) / 4;
  // All near 1 by an area average, under which a column is as wide as any other.
  expect(alone[0]! / mean).toBeGreaterThan(1.4);
  expect(alone[2]! / mean).toBeLessThan(0.75);
});
