/** Batches: which images are in them, and what the two views are of. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { tensor, zeros } from "../../../src/math/tensor.ts";
import { drawBatch } from "../../../src/papers/supcon/batch.ts";
import { below, setsOf, type Labelled } from "../../../src/papers/supcon/digits.ts";
import { twoViews } from "../../../src/papers/supcon/distort.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const N = 600;
const PIXELS = 28 * 28;
/** Each image is as bright as its number says, with its digit as the number’s last. */
const numbered: Labelled = {
  images: {
    shape: [N, 28, 28],
    data: Uint16Array.from({ length: N * PIXELS }, (_, k) => Math.floor(k / PIXELS)),
  },
  labels: { shape: [N], data: Uint8Array.from({ length: N }, (_, i) => i % 10) },
};
const sets = setsOf({ train: numbered, test: numbered });

test("each digit below K equally often, no image twice, and both views of the image that they name", async () => {
  const [K, each] = [7, 5];
  const batch = drawBatch(keyOf(4), sets.train, { K, each }, (digit) => digit + 20);
  const { shape, data } = await read(batch.x);
  expect(shape).toEqual([2 * K * each, PIXELS]);
  // No image is moved so far that its middle shows what is around it.
  const shown = batch.classes.map((_, view) => Math.round(data[view * PIXELS + PIXELS / 2 + 14]!));
  expect(new Set(shown.slice(0, K * each)).size).toBe(K * each);
  expect(shown.slice(K * each)).toEqual(shown.slice(0, K * each));
  expect(batch.classes).toEqual(shown.map((image) => (image % 10) + 20));
  expect(batch.images).toEqual(shown.map((_, view) => view % (K * each)));
  for (let digit = 0; digit < K; digit++)
    expect(shown.filter((image) => image % 10 === digit)).toHaveLength(2 * each);
});

test("another key gives other images", async () => {
  const at = async (seed: number) =>
    (await read(drawBatch(keyOf(seed), sets.train, { K: 10, each: 1 }, (digit) => digit).x)).data;
  expect(await at(1)).toEqual(await at(1));
  expect(await at(2)).not.toEqual(await at(1));
});

test("a digit is turned by at most 20°, sized by 15 % and moved by 2.5 pixels, each view in its own way", async () => {
  // Two dots, 16 pixels apart.
  const image = new Float32Array(PIXELS);
  const dots = [
    [6, 14],
    [22, 14],
  ];
  for (const [x, y] of dots)
    for (const i of [0, 1]) for (const j of [0, 1]) image[(y! - i) * 28 + x! - j] = 1;
  const n = 64;
  const images = tensor(
    Float32Array.from({ length: n * PIXELS }, (_, k) => image[k % PIXELS]!),
    [n, 28, 28],
  );
  const { data } = await read(twoViews(keyOf(9), images));
  const views = Array.from({ length: 2 * n }, (_, i) => {
    const pixels = data.subarray(i * PIXELS, (i + 1) * PIXELS);
    const middle = (side: (x: number) => boolean) => {
      let [mass, mx, my] = [0, 0, 0];
      for (const [k, ink] of pixels.entries()) {
        if (!side(k % 28)) continue;
        mass += ink;
        mx += ink * ((k % 28) - 13.5);
        my += ink * (Math.floor(k / 28) - 13.5);
      }
      return [mx / mass, my / mass] as const;
    };
    const [[ax, ay], [bx, by]] = [middle((x) => x < 14), middle((x) => x >= 14)];
    return {
      turn: (Math.atan2(by - ay, bx - ax) * 180) / Math.PI,
      size: Math.hypot(bx - ax, by - ay) / 16,
    };
  });
  const turns = views.map(({ turn }) => turn);
  const sizes = views.map(({ size }) => size);
  expect(Math.max(...turns)).toBeLessThan(21);
  expect(Math.min(...turns)).toBeGreaterThan(-21);
  expect(Math.max(...turns)).toBeGreaterThan(15);
  expect(Math.min(...turns)).toBeLessThan(-15);
  expect(Math.max(...sizes)).toBeLessThan(1.17);
  expect(Math.min(...sizes)).toBeGreaterThan(0.83);
  expect(new Set(turns.map((turn) => turn.toFixed(2))).size).toBeGreaterThan(120);
});

test("background stays background", async () => {
  expect((await read(twoViews(keyOf(1), zeros([2, 28, 28])))).data.every((x) => x === 0)).toBe(
    true,
  );
});

test("looked at are the first images of each digit; those below K come first", () => {
  expect(sets.fitted.digits).toHaveLength(500);
  expect(sets.fitted.x[PIXELS * 51]).toBe(11);
  const { x, digits } = below(sets.shown, 3);
  expect(digits).toEqual([0, 1, 2].flatMap((digit) => Array<number>(20).fill(digit)));
  expect(x).toHaveLength(60 * PIXELS);
});
