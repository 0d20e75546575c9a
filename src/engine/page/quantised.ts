/**
 * Arrays of a picture as whole numbers of one or two bytes in base64. As text beside the curves they come with one request, and
 * every host compresses JSON, which few do with binary files; for the first demo that costs 2 kB more than a file of bytes.
 */
import type { NDArray } from "../../contract/array.ts";

export interface Quantised {
  readonly shape: readonly number[];
  readonly bits: 8 | 16;
  /** A number is `min` and as many times `step` as its code says. */
  readonly min: number;
  readonly step: number;
  /** Codes in base64, row-major, those of 16 bits with the low byte first. */
  readonly codes: string;
}

/** The array, each number within half a step of what it was. */
export function restored({ shape, bits, min, step, codes }: Quantised): NDArray {
  const bytes = Uint8Array.from(atob(codes), (sign) => sign.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const width = bits / 8;
  const data = new Float32Array(bytes.length / width);
  for (let i = 0; i < data.length; i++) {
    data[i] = min + step * (bits === 8 ? bytes[i]! : view.getUint16(i * width, true));
  }
  return { shape, data };
}
