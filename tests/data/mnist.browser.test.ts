/** In Chromium, from a server: fetched, unpacked and checked by the browser's own means. */
import { expect, test } from "vitest";
import { readFashion } from "../../src/data/fashion.ts";
import { readDigits, readMnist } from "../../src/data/mnist.ts";
import { fetchFile } from "../../src/engine/worker/fetch-file.ts";

const fetched = (name: string, heard = (): void => {}): Promise<ArrayBuffer> =>
  fetchFile(new URL(`/data/${name}`, location.origin), { heard, again: true });

test("the pictures are those that Node reads", async () => {
  let times = 0;
  const file = await fetched("mnist.bin", () => void (times += 1));
  expect(times).toBeGreaterThan(0);
  const { train, test: held } = await readMnist(file);
  expect([train.images.shape[0], held.images.shape[0]]).toEqual([10_000, 2000]);
  const digits = await readDigits(await fetched("digits.bin"));
  // The first 7 of the test set is its first picture.
  expect(Array.from(digits.images.data).slice(70 * 784, 71 * 784)).toEqual(
    Array.from(held.images.data).slice(0, 784),
  );
  const fashion = await readFashion(await fetched("fashion.bin"));
  expect(fashion.train.images.shape[0]).toBe(4000);
});

test("a file that is cut off is refused", async () => {
  const file = await fetched("mnist.bin");
  await expect(readMnist(file.slice(0, 500_000))).rejects.toThrow("cut off or damaged");
});
