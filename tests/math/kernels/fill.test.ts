/** Random numbers of our kernels and of the plain code: the same bits, whatever their count and wherever they go. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf, type Key } from "../../../src/math/key.ts";
import { addressOf, bytes } from "../../../src/math/kernels/heap.ts";
import { kernelsInUse } from "../../../src/math/kernels/in-use.ts";
import { fillByKernel } from "../../../src/math/kernels/fill.ts";
import { integers, normalArray, uniformArray } from "../../../src/math/random-arrays.ts";
import { zeros } from "../../../src/math/tensor.ts";
import { threefry } from "../../../src/math/threefry.ts";

const bits = (x: Float32Array): Uint32Array => new Uint32Array(x.buffer, x.byteOffset, x.length);
const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const cases = fc.sample(fc.tuple(word, word, fc.integer({ min: 0, max: 70 })), {
  seed: 5,
  numRuns: 200,
});
const LARGE = 300_001;

const everything = (key: Key, count: number): Uint32Array[] => [
  bits(normalArray(key, count)),
  bits(uniformArray(key, count)),
  bits(uniformArray(key, count, -0.3, 7.1)),
  new Uint32Array(integers(key, count, 25).buffer),
];

test("kernels and plain code draw the same bits", async () => {
  const all = () => [
    ...cases.map(([hi, lo, count]) => everything({ hi, lo }, count)),
    everything(keyOf(3), LARGE),
  ];
  await useBackend("cpu");
  expect(kernelsInUse()).toBe(false);
  const plain = all();
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
  // Compared word by word: the usual comparison of large arrays takes seconds.
  const found = all();
  plain.forEach((rows, i) =>
    rows.forEach((row, k) => {
      expect(found[i]![k]!.length).toBe(row.length);
      expect(found[i]![k]!.findIndex((value, j) => value !== row[j])).toBe(-1);
    }),
  );
});

test("words are Threefry's", () => {
  for (const [hi, lo, count] of cases) {
    const [found, wanted] = [new Uint32Array(count), new Uint32Array(count)];
    threefry(hi, lo, 0, 0, wanted);
    if (fillByKernel("words", { hi, lo }, found)) expect(found).toEqual(wanted);
    else expect(count).toBeLessThan(8);
  }
});

test("numbers drawn onto the heap stay within their place", () => {
  for (let count = 8; count < 30; count++) {
    const room = zeros([count + 8]);
    const view = (from: number, size: number) =>
      new Float32Array(bytes().buffer, addressOf(room) + 4 * from, size);
    const out = view(4, count);
    expect(normalArray(keyOf(9), count, out)).toBe(out);
    expect([...out]).toEqual([...normalArray(keyOf(9), count)]);
    expect([...view(0, 4), ...view(count + 4, 4)]).toEqual(Array(8).fill(0));
    room.dispose();
  }
});
