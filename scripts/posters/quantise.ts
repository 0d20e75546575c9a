/** Makes the numbers of a picture small: see `src/engine/page/quantised.ts`. */
import type { NDArray } from "../../src/contract/array.ts";
import type { Quantised } from "../../src/engine/page/quantised.ts";

/** An axis shorter than this holds coordinates or parts of one thing, not pixels. */
const PICTURE_SIDE = 8;

/**
 * Shades of a picture or a field need 8 bits: more are not told apart. Places in the plane need 16, since with 8 they would snap to
 * a grid that shows, a pixel and a half wide; and short tables are drawn as lengths, which is the same.
 */
const bitsFor = (shape: readonly number[]): 8 | 16 =>
  shape.length >= 2 && shape.slice(-2).every((side) => side >= PICTURE_SIDE) ? 8 : 16;

/** Throws where a number is not finite. Whole numbers that are close enough together stay exact. */
export function quantise({ shape, data }: NDArray): Quantised {
  if (!data.every(Number.isFinite)) throw new Error("A picture holds numbers that are not finite.");
  const bits = bitsFor(shape);
  const most = 2 ** bits - 1;
  const min = data.reduce((a, b) => Math.min(a, b), Infinity);
  const range = data.reduce((a, b) => Math.max(a, b), -Infinity) - min;
  const step = data.every(Number.isInteger) && range <= most ? 1 : range / most;
  const codes = Array.from(data, (value) => (step === 0 ? 0 : Math.round((value - min) / step)));
  const bytes = Buffer.from(
    bits === 8 ? Uint8Array.from(codes) : codes.flatMap((code) => [code & 255, code >> 8]),
  );
  return { shape: [...shape], bits, min, step, codes: bytes.toString("base64") };
}
