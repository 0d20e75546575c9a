/** What is shipped of MNIST, made anew from the first 20 pictures of the original. */
import { expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { readIdx } from "../../../scripts/data/idx.ts";
import { chosenFrom, packPictures } from "../../../scripts/data/pack-pictures.ts";
import { readMnist } from "../../../src/data/mnist.ts";
import { splitPictures } from "../../../src/data/grey-pictures.ts";

const original = readIdx("tests/fixtures/mnist-20", "train");

test("the first 20 pictures of the original become the first 20 that are shipped", async () => {
  const { train } = await readMnist(await publicFile("data/mnist.bin"));
  const content = packPictures(original, chosenFrom(original, []));
  const { images, labels } = splitPictures(content).train;
  expect(images.shape).toEqual([20, 28, 28]);
  expect(images.data).toEqual((train.images.data as Uint8Array).subarray(0, images.data.length));
  expect(labels.data).toEqual((train.labels.data as Uint8Array).subarray(0, 20));
});

test("what is packed comes back within half a level, and its two parts apart", () => {
  const content = packPictures(chosenFrom(original, [3, 4, 5]), chosenFrom(original, [19, 0]));
  const { train, test: held } = splitPictures(content);
  expect(Array.from(train.labels.data)).toEqual([1, 9, 2]);
  expect(Array.from(held.labels.data)).toEqual([9, 5]);
  const first = original.pixels.subarray(0, 784);
  const again = Array.from(held.images.data).slice(784);
  const errors = again.map((level, i) => Math.abs(level * held.images.scale! * 255 - first[i]!));
  expect(Math.max(...errors)).toBeLessThanOrEqual(8);
  // Ink or not at half of the grey is the same question before and after.
  expect(again.map((level) => level >= 8)).toEqual(Array.from(first, (level) => level >= 128));
});

test("a folder without the files, or with others, is refused", () => {
  expect(() => readIdx("tests/fixtures/mnist-20", "t10k")).toThrow(/holds no t10k-images/);
});
