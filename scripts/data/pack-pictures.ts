/** Writes what `src/data/grey-pictures.ts` reads. */
import { HEAD_BYTES, PICTURE_BYTES, SIDE, WHITEST } from "../../src/data/grey-pictures.ts";
import type { Labelled } from "./idx.ts";

const PIXELS = SIDE * SIDE;
/** 256 levels of grey become 16: `level * STEP` is at most 8 from what it stands for, and 8 to 15 are those from 128 up. */
const STEP = 255 / WHITEST;

/** The pictures of these numbers. */
export const chosenFrom = ({ pixels, labels }: Labelled, chosen: readonly number[]): Labelled => ({
  pixels: Buffer.concat(chosen.map((i) => pixels.subarray(i * PIXELS, (i + 1) * PIXELS))),
  labels: Uint8Array.from(chosen, (i) => labels[i]!),
});

export function packPictures(train: Labelled, test: Labelled): Uint8Array {
  const counts = [train.labels.length, test.labels.length] as const;
  const all = counts[0] + counts[1];
  const content = new Uint8Array(HEAD_BYTES + all + all * PICTURE_BYTES);
  content.set(counts.flatMap((count) => [count & 255, count >> 8]));
  content.set(train.labels, HEAD_BYTES);
  content.set(test.labels, HEAD_BYTES + counts[0]);
  const level = (pixels: Uint8Array, i: number): number => Math.round(pixels[i]! / STEP);
  let place = HEAD_BYTES + all;
  for (const { pixels } of [train, test]) {
    for (let i = 0; i < pixels.length; i += 2)
      content[place++] = (level(pixels, i) << 4) | level(pixels, i + 1);
  }
  return content;
}
