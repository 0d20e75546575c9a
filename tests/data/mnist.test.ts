/** The shipped parts of MNIST against what is known of the whole. */
import { expect, test } from "vitest";
import { publicFile } from "../../scripts/checkout/public-file.ts";
import { readDigits, readMnist } from "../../src/data/mnist.ts";
import { histogram, meanAndSpread } from "../fixtures/picture-facts.ts";

const { train, test: held } = await readMnist(await publicFile("data/mnist.bin"));

test("10,000 pictures for training and 2,000 for testing, in MNIST's order", () => {
  expect([train.images.shape, train.labels.shape]).toEqual([[10_000, 28, 28], [10_000]]);
  expect([held.images.shape, held.labels.shape]).toEqual([[2000, 28, 28], [2000]]);
  expect(Array.from(train.labels.data).slice(0, 10)).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  expect(Array.from(held.labels.data).slice(0, 10)).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  expect(histogram(train)).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);
  expect(histogram(held)).toEqual([175, 234, 219, 207, 217, 179, 178, 205, 192, 194]);
});

test("their grey is MNIST's but for the rounding", () => {
  // All 60,000 have 0.1307 and 0.3081; the first 2,000 of the test set are a little thinner than these.
  const [mean, spread] = meanAndSpread(train);
  expect(mean).toBeCloseTo(0.131, 2);
  expect(spread).toBeCloseTo(0.308, 2);
  expect(meanAndSpread(held)[0]).toBeCloseTo(0.125, 2);
});

test("the hundred digits are the first ten of each in the test set", async () => {
  const digits = await readDigits(await publicFile("data/digits.bin"));
  expect(Array.from(digits.labels.data)).toEqual(
    Array.from({ length: 100 }, (_, i) => Math.floor(i / 10)),
  );
  const size = 28 * 28;
  const picture = (all: ArrayLike<number>, i: number): number[] =>
    Array.from(all).slice(i * size, (i + 1) * size);
  // The first 7 and the first 2 of the test set are its first two pictures.
  expect(picture(digits.images.data, 70)).toEqual(picture(held.images.data, 0));
  expect(picture(digits.images.data, 20)).toEqual(picture(held.images.data, 1));
});
