/**
 * Labelled grey pictures of 28×28 pixels. Their file's content: how many pictures serve training and how many testing, two
 * 16-bit numbers with the low byte first; a label a byte; then the pictures, 4 bits a pixel, the first pixel in the high bits.
 */
import type { Table } from "../math/rows.ts";

export const SIDE = 28;
export const HEAD_BYTES = 4;
export const PICTURE_BYTES = (SIDE * SIDE) / 2;
/** Levels of grey are 0 to 15. */
export const WHITEST = 15;

export interface Pictures {
  /** [n, 28, 28], from 0 for the background to 1 for the brightest ink. */
  readonly images: Table;
  /** [n], whole numbers from 0. */
  readonly labels: Table;
}

/** No picture of one part is in the other. */
export interface SplitPictures {
  readonly train: Pictures;
  readonly test: Pictures;
}

/** `content` must be whole. */
export function splitPictures(content: Uint8Array): SplitPictures {
  const [train, test] = [content[0]! | (content[1]! << 8), content[2]! | (content[3]! << 8)];
  const packed = content.subarray(HEAD_BYTES + train + test);
  const levels = new Uint8Array(2 * packed.length);
  for (let i = 0; i < packed.length; i++) {
    levels[2 * i] = packed[i]! >> 4;
    levels[2 * i + 1] = packed[i]! & 15;
  }
  const part = (from: number, to: number): Pictures => ({
    images: {
      data: levels.subarray(from * SIDE * SIDE, to * SIDE * SIDE),
      shape: [to - from, SIDE, SIDE],
      scale: 1 / WHITEST,
    },
    labels: { data: content.slice(HEAD_BYTES + from, HEAD_BYTES + to), shape: [to - from] },
  });
  return { train: part(0, train), test: part(train, train + test) };
}
