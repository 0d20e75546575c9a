/** The count of work against the sizes of the very weights that do it. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { zeros, type Tensor } from "../../../src/math/tensor.ts";
import { initDraw, PIXELS, type Sizes } from "../../../src/papers/draw/first-weights.ts";
import { multiplyAdds } from "../../../src/papers/draw/multiply-adds.ts";

beforeAll(() => useBackend("wasm"));

const SMALL: Sizes = { attention: true, T: 10, H: 64, Z: 8, N: 5 };

/** Of weights that multiply once a step, and once an image. */
function weightsOf(sizes: Sizes): { readonly step: number; readonly image: number } {
  const { encoder, decoder, Q, patch, windows, image } = initDraw(keyOf(1), sizes, zeros([PIXELS]));
  const size = (all: readonly Tensor[]): number => all.reduce((sum, { size: n }) => sum + n, 0);
  const layers = [encoder, decoder, Q, patch, ...windows];
  return { step: size(layers.map(({ W }) => W)), image: size(image) };
}

test("without windows every weight multiplies once a step, those of x once an image", () => {
  const sizes = { ...SMALL, attention: false };
  const { step, image } = weightsOf(sizes);
  expect(multiplyAdds(sizes)).toBe(10 * step + image);
});

test("with windows filters come on top: F_Y by an image, and that by F_X, for x, for the error and for the patch", () => {
  const { step } = weightsOf(SMALL);
  const filters = 5 * 28 * 28 + 5 * 28 * 5;
  expect(multiplyAdds(SMALL)).toBe(10 * (step + 3 * filters));
});

test("ten steps through windows are as much as two without, to a hundredth", () => {
  const [ten, two] = [SMALL, { ...SMALL, attention: false, T: 2 }].map(multiplyAdds);
  expect(Math.abs(ten! / two! - 1)).toBeLessThan(0.01);
  expect([ten, two]).toEqual([811_240, 806_912]);
});
