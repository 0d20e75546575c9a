/** A picture as the bytes of a canvas. */
import type { Picture } from "./pixel-scale.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Side of a cell on the canvas where cells have holes: a third of it is the hole. */
const PIERCED = 3;

export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
}

/** The colours are as opaque as the values are strong, on whatever lies below. */
export function painted(
  { columns, rows, data }: Picture,
  strength: (value: number) => number,
  { colour, negative, pierced }: { colour: Colour; negative: Colour; pierced: boolean },
): Painted {
  const side = pierced ? PIERCED : 1;
  const [width, height] = [columns * side, rows * side];
  const bytes = new Uint8ClampedArray(4 * width * height);
  for (let at = 0, y = 0; y < height; y++) {
    const row = columns * Math.floor(y / side);
    for (let x = 0; x < width; x++, at += 4) {
      const s = strength(data[row + Math.floor(x / side)]!);
      const of = s < 0 ? negative : colour;
      const hole = pierced && s < 0 && x % side === 1 && y % side === 1;
      bytes[at] = of[0];
      bytes[at + 1] = of[1];
      bytes[at + 2] = of[2];
      bytes[at + 3] = hole ? 0 : 255 * Math.abs(s);
    }
  }
  return { width, height, bytes };
}
