/** Nearest pictures against a plain search, and what a recited digit would look like. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readDigits } from "../../../src/data/mnist.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { gather } from "../../../src/math/linear.ts";
import { read } from "../../../src/math/memory.ts";
import { nearest } from "../../../src/math/row-search.ts";
import { tensor } from "../../../src/math/tensor.ts";
import { nearestPictures, searched } from "../../../src/papers/draw/nearest-pictures.ts";

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
  const { row, apart } = nearestPictures(x, searched(y));
  const found = [...nearest(queries, table)];
  expect([...(await read(row)).data]).toEqual(found);
  const pictures = await read(gather(y, row));
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
  const { row, apart } = nearestPictures(tensor(recited.data, recited.shape), searched(table));
  expect([...(await read(row)).data]).toEqual([7, 70]);
  expect([...(await read(apart)).data]).toEqual([0, 0]);
});
