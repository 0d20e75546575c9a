/**
 * Arrays of a picture in base64: as whole numbers of one or two bytes, or as they are where numbers may be read off them. As text beside the curves they come with one request, and
 * every host compresses JSON, which few do with binary files; for the first demo that costs 2 kB more than a file of bytes.
 */
import type { NDArray } from "../../contract/array.ts";

export interface Quantised {
  readonly shape: readonly number[];
  /** Codes of 32 bits are the numbers themselves, as float32. */
  readonly bits: 8 | 16 | 32;
  /** A number is `min` and as many times `step` as its code says. */
  readonly min: number;
  readonly step: number;
  /** Codes in base64, row-major, those of several bytes with the low byte first. */
  readonly codes: string;
}

/** The array, each number within half a step of what it was, or the same. */
export function restored({ shape, bits, min, step, codes }: Quantised): NDArray {
  const bytes = bytesOf(codes);
  // Whatever runs WebAssembly has the low byte first, too.
  const read = new { 8: Uint8Array, 16: Uint16Array, 32: Float32Array }[bits](bytes.buffer);
  const data = new Float32Array(read);
  if (bits < 32) for (let i = 0; i < data.length; i++) data[i] = min + step * data[i]!;
  return { shape, data };
}

/** A page has megabytes of codes: browsers that read them by themselves take a tenth of the time that letter after letter does. */
const bytesOf = (codes: string): Uint8Array<ArrayBuffer> =>
  "fromBase64" in Uint8Array
    ? (Uint8Array as unknown as Reads).fromBase64(codes)
    : Uint8Array.from(atob(codes), (letter) => letter.charCodeAt(0));

/** ES2026; TypeScript's library for pages has it not yet. */
interface Reads {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}
