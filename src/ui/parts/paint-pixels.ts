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
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const s = strength(data[row * columns + column]!);
      const [red, green, blue] = s < 0 ? negative : colour;
      const alpha = 255 * Math.abs(s);
      for (let k = 0; k < side * side; k++) {
        const hole = pierced && s < 0 && k === 4;
        const at = 4 * ((row * side + Math.floor(k / side)) * width + column * side + (k % side));
        bytes[at] = red;
        bytes[at + 1] = green;
        bytes[at + 2] = blue;
        bytes[at + 3] = hole ? 0 : alpha;
      }
    }
  }
  return { width, height, bytes };
}
