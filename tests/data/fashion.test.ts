/** The shipped part of Fashion-MNIST against what is known of the whole. */
import { expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import { readFashion } from "../../src/data/fashion.ts";
import { histogram, meanAndSpread } from "../fixtures/picture-facts.ts";

const { train, test: held } = await readFashion(await publicFile("data/fashion.bin"));

test("400 pictures of each class for training and 50 for testing", () => {
  expect([train.images.shape, held.images.shape]).toEqual([
    [4000, 28, 28],
    [500, 28, 28],
  ]);
  expect(histogram(train)).toEqual(Array.from({ length: 10 }, () => 400));
  expect(histogram(held)).toEqual(Array.from({ length: 10 }, () => 50));
});

test("in Fashion-MNIST's order and with its grey", () => {
  // The whole sets begin with these labels.
  expect(Array.from(train.labels.data).slice(0, 10)).toEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5]);
  expect(Array.from(held.labels.data).slice(0, 10)).toEqual([9, 2, 1, 1, 6, 1, 4, 6, 5, 7]);
  // All 60,000 have 0.2860 and 0.3530.
  const [mean, spread] = meanAndSpread(train);
  expect(mean).toBeCloseTo(0.286, 1.7);
  expect(spread).toBeCloseTo(0.353, 1.7);
});

test("no picture for testing is one for training", () => {
  const size = 28 * 28;
  const pictures = ({ data, shape }: typeof train.images): string[] => {
    const text = Buffer.from(data as Uint8Array).toString("latin1");
    return Array.from({ length: shape[0]! }, (_, i) => text.slice(i * size, (i + 1) * size));
  };
  const seen = new Set(pictures(train.images));
  expect(pictures(held.images).filter((picture) => seen.has(picture))).toEqual([]);
});
