/** Makes the numbers of a picture small: see `src/engine/page/quantised.ts`. */
import type { NDArray } from "../../src/contract/array.ts";
import type { Quantised } from "../../src/engine/page/quantised.ts";

/** An axis shorter than this holds coordinates or parts of one thing, not pixels. */
const PICTURE_SIDE = 8;
/** Nor is longer than so many times the other. */
const PICTURE_RATIO = 2;
/** More numbers than this nobody reads one by one. */
const MOST_READ = 2000;

/**
 * Shades of a picture or a field need 8 bits: more are not told apart. What numbers may be read off is kept as it is: rounded, a
 * picture would say another last digit than the same run does. Whole numbers, and of many the places in the plane, need 16: with 8
 * they would snap to a grid that shows, a pixel and a half wide.
 */
function bitsFor({ shape, data }: NDArray): Quantised["bits"] {
  const [height = 0, width = 0] = shape.slice(-2).toSorted((a, b) => a - b);
  if (shape.length >= 2 && height >= PICTURE_SIDE && width <= PICTURE_RATIO * height) return 8;
  return data.length > MOST_READ || data.every(Number.isInteger) ? 16 : 32;
}

/** Throws where a number is not finite. Whole numbers that are close enough together stay exact. */
export function quantise(array: NDArray, bits = bitsFor(array)): Quantised {
  const { shape, data } = array;
  if (!data.every(Number.isFinite)) throw new Error("A picture holds numbers that are not finite.");
  const kept = { shape: [...shape], bits };
  if (bits === 32) {
    const floats = Float32Array.from(data);
    return { ...kept, min: 0, step: 1, codes: Buffer.from(floats.buffer).toString("base64") };
  }
  const most = 2 ** bits - 1;
  const min = data.reduce((a, b) => Math.min(a, b), Infinity);
  const range = data.reduce((a, b) => Math.max(a, b), -Infinity) - min;
  const step = data.every(Number.isInteger) && range <= most ? 1 : range / most;
  const codes = Array.from(data, (value) => (step === 0 ? 0 : Math.round((value - min) / step)));
  const bytes = Buffer.from(
    bits === 8 ? Uint8Array.from(codes) : codes.flatMap((code) => [code & 255, code >> 8]),
  );
  return { ...kept, min, step, codes: bytes.toString("base64") };
}
