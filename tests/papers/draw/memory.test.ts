/** Nearest pictures against a plain search, and what a recited digit would look like. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readDigits } from "../../../src/data/mnist.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { read } from "../../../src/math/memory.ts";
import { nearest } from "../../../src/math/row-search.ts";
import { tensor } from "../../../src/math/tensor.ts";
import {
  compared,
  nearestPictures,
  ranked,
  rowsAt,
} from "../../../src/papers/draw/nearest-pictures.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const PIXELS = 784;

async function digits() {
  const { images } = await readDigits(await publicFile("data/digits.bin"));
  const bits = Float32Array.from(images.data, (level) => Number(level >= 8));
  return { shape: [bits.length / PIXELS, PIXELS], data: bits };
}

const part = ({ data }: { readonly data: Float32Array }, rows: readonly number[]) => ({
  shape: [rows.length, PIXELS],
  data: Float32Array.from(
    rows.flatMap((row) => [...data.subarray(row * PIXELS, (row + 1) * PIXELS)]),
  ),
});

test("finds what a plain search finds, and counts the pixels that differ", async () => {
  const all = await digits();
  const [queries, table] = [
    part(all, [3, 17, 44, 98]),
    part(
      all,
      Array.from({ length: 40 }, (_, i) => 2 * i),
    ),
  ];
  const [x, y] = [tensor(queries.data, queries.shape), tensor(table.data, table.shape)];
  const { row, apart } = nearestPictures(x, compared(y));
  const found = [...nearest(queries, table)];
  expect([...(await read(row)).data]).toEqual(found);
  const pictures = await read(rowsAt(row, y));
  expect([...pictures.data]).toEqual([...part(table, found).data]);
  const counted = found.map((_, i) =>
    queries.data
      .subarray(i * PIXELS, (i + 1) * PIXELS)
      .reduce((n, bit, p) => n + Number(bit !== pictures.data[i * PIXELS + p]), 0),
  );
  expect([...(await read(apart)).data]).toEqual(counted);
});

test("a recited digit is found out: it is zero pixels from itself", async () => {
  const all = await digits();
  const table = tensor(all.data, all.shape);
  const recited = part(all, [7, 70]);
  const { row, apart } = nearestPictures(tensor(recited.data, recited.shape), compared(table));
  expect([...(await read(row)).data]).toEqual([7, 70]);
  expect([...(await read(apart)).data]).toEqual([0, 0]);
});

test("of equal pictures the first is found, and a table of ten thousand is still exact", async () => {
  const all = await digits();
  const once = Array.from({ length: 100 }, (_, i) => i);
  const table = part(all, Array(100).fill(once).flat());
  const queries = part(all, [0, 50, 99]);
  // Full ink makes the largest numbers.
  const black = new Float32Array(PIXELS).fill(1);
  const x = tensor(Float32Array.from([...queries.data, ...black]), [4, PIXELS]);
  const { row, apart } = nearestPictures(x, compared(tensor(table.data, table.shape)));
  const inks = once.map((k) => part(all, [k]).data.reduce((n, bit) => n + bit, 0));
  const most = Math.max(...inks);
  expect([...(await read(row)).data]).toEqual([0, 50, 99, inks.indexOf(most)]);
  expect([...(await read(apart)).data]).toEqual([0, 0, 0, PIXELS - most]);
});

test("numbers are picked by how many are less", async () => {
  const picked = await read(ranked(tensor([30, 10, 20, 10], [4]), [0, 1, 3]));
  expect(picked).toEqual({
    shape: [3, 4],
    data: Float32Array.from([0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0]),
  });
});
