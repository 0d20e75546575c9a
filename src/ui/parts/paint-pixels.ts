/** A picture as the bytes of a canvas. */
import type { Picture } from "./pixel-scale.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Of cells above zero, and below. */
export interface Tints {
  readonly colour: Colour;
  readonly negative: Colour;
}

/**
 * RGBA, row-major, each cell `side` wide. The colours are as opaque as the values are strong, on whatever lies below; a negative
 * cell that is wide enough for one has a hole in its middle.
 */
export function painted(
  { columns, rows, data }: Picture,
  side: number,
  strength: (value: number) => number,
  { colour, negative }: Tints,
): Uint8ClampedArray<ArrayBuffer> {
  const [width, height] = [columns * side, rows * side];
  const bytes = new Uint8ClampedArray(4 * width * height);
  for (let at = 0, y = 0; y < height; y++) {
    const row = columns * Math.floor(y / side);
    for (let x = 0; x < width; x++, at += 4) {
      const s = strength(data[row + Math.floor(x / side)]!);
      const of = s < 0 ? negative : colour;
      const hole = s < 0 && x % side === 1 && y % side === 1;
      bytes[at] = of[0];
      bytes[at + 1] = of[1];
      bytes[at + 2] = of[2];
      bytes[at + 3] = hole ? 0 : 255 * Math.abs(s);
    }
  }
  return bytes;
}
