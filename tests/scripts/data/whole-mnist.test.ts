import { expect, test, vi } from "vitest";
import { samplePictures, wholeMnist } from "../../../scripts/data/whole-mnist.ts";

test("a folder that holds other pictures is refused", () => {
  vi.stubEnv("MNIST", "tests/fixtures/mnist-20");
  expect(wholeMnist).toThrow(/The files of train in “tests\/fixtures\/mnist-20” are not MNIST's/);
  vi.stubEnv("MNIST", "tests/fixtures");
  expect(wholeMnist).toThrow(/“tests\/fixtures” holds no train-images-idx3-ubyte/);
  vi.unstubAllEnvs();
});

test("a sample is the first pictures as numbers", () => {
  const pixels = Uint8Array.from({ length: 3 * 784 }, (_, i) => i % 256);
  const images = { data: pixels, shape: [3, 28, 28], scale: 1 / 255 };
  const { shape, data } = samplePictures({ images, labels: { data: [0, 1, 2], shape: [3] } }, 2);
  expect([shape, data.length]).toEqual([[2, 28, 28], 1568]);
  expect(data[51]).toBeCloseTo(0.2, 6);
});
