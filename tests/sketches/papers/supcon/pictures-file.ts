/**
 * Labelled pictures in a file: "LPN1", the number of pictures and their side as 16-bit numbers with the low byte first, a label
 * a byte, then the pictures, a bit a pixel, each from a new byte.
 */
import type { Numbers } from "../../../../src/math/tensor.ts";

const MAGIC = "LPN1";
const HEAD = 8;

export interface Pictures {
  /** [n, side * side], 0 or 1. */
  readonly images: Numbers;
  /** [n], whole numbers from 0. */
  readonly labels: Numbers;
}

const bytesEach = (side: number): number => Math.ceil((side * side) / 8);

export function writePictures(
  pictures: readonly Float32Array[],
  labels: readonly number[],
  side: number,
): Uint8Array<ArrayBuffer> {
  const n = pictures.length;
  const file = new Uint8Array(HEAD + n + n * bytesEach(side));
  file.set(new TextEncoder().encode(MAGIC));
  file.set([n & 255, n >> 8, side & 255, side >> 8], MAGIC.length);
  file.set(labels, HEAD);
  for (const [i, picture] of pictures.entries()) {
    const start = HEAD + n + i * bytesEach(side);
    for (const [k, ink] of picture.entries())
      if (ink > 0.5) file[start + (k >> 3)]! |= 128 >> (k & 7);
  }
  return file;
}

/** Throws where the file is none of these, or not whole. */
export function readPictures(file: ArrayBuffer): Pictures {
  const bytes = new Uint8Array(file);
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEAD) throw new Error("the file holds no pictures.");
  const view = new DataView(file);
  const [n, side] = [view.getUint16(4, true), view.getUint16(6, true)];
  const each = bytesEach(side);
  if (bytes.length !== HEAD + n + n * each)
    throw new Error(`the file of ${n} pictures is cut off, or has something after them.`);
  const size = side * side;
  const images = new Float32Array(n * size);
  for (let i = 0; i < n; i++) {
    const start = HEAD + n + i * each;
    for (let k = 0; k < size; k++)
      images[i * size + k] = (bytes[start + (k >> 3)]! >> (7 - (k & 7))) & 1;
  }
  return {
    images: { shape: [n, size], data: images },
    labels: { shape: [n], data: Float32Array.from(bytes.subarray(HEAD, HEAD + n)) },
  };
}
