/** What a pen leaves on 28×28 pixels. */
import { SIDE } from "./grey-pictures.ts";

/** Points of a stroke: x, y, x, y and so on, in pixels of the picture, y down. */
export type Line = Float64Array;

/** Each pixel is looked at in so many rows and columns. */
const PARTS = 4;
const FINE = SIDE * PARTS;
/** Sixteenths of a pixel from which it is ink: 30 %, as for Omniglot's pictures. */
const INK = 5;
/** The round tip is set down so often along a line, parts of a pixel: between, its edge is off by a twentieth of one. */
const STEP = 1;
export const BITS_BYTES = (SIDE * SIDE) / 8;

const fine = new Uint8Array(FINE * FINE);

/** How much of each pixel, in sixteenths, a round tip of this radius (pixels) covers: 784 numbers, rows from the top. */
export function covered(lines: readonly Line[], radius: number): Uint8Array {
  fine.fill(0);
  for (const line of lines) drag(line, radius * PARTS);
  const sixteenths = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < FINE; y++) {
    const row = ((y / PARTS) | 0) * SIDE;
    for (let x = 0; x < FINE; x++) sixteenths[row + ((x / PARTS) | 0)]! += fine[y * FINE + x]!;
  }
  return sixteenths;
}

/** Ink or not, a bit a pixel, rows from the top, the highest bit first: 98 bytes. */
export function inkBits(sixteenths: Uint8Array): Uint8Array {
  const bits = new Uint8Array(BITS_BYTES);
  for (let i = 0; i < sixteenths.length; i++) {
    if (sixteenths[i]! >= INK) bits[i >> 3]! |= 128 >> (i & 7);
  }
  return bits;
}

function drag(line: Line, radius: number): void {
  setDown(line[0]! * PARTS, line[1]! * PARTS, radius);
  for (let i = 2; i < line.length; i += 2) {
    const [x, y] = [line[i - 2]! * PARTS, line[i - 1]! * PARTS];
    const [dx, dy] = [line[i]! * PARTS - x, line[i + 1]! * PARTS - y];
    const times = Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP);
    for (let k = 1; k <= times; k++) setDown(x + (dx * k) / times, y + (dy * k) / times, radius);
  }
}

/** Parts whose middle the tip covers. */
function setDown(x: number, y: number, radius: number): void {
  const bottom = Math.min(FINE - 1, Math.floor(y + radius - 0.5));
  for (let row = Math.max(0, Math.ceil(y - radius - 0.5)); row <= bottom; row++) {
    const dy = row + 0.5 - y;
    const half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
    const right = Math.min(FINE - 1, Math.floor(x + half - 0.5));
    for (let column = Math.max(0, Math.ceil(x - half - 0.5)); column <= right; column++)
      fine[row * FINE + column] = 1;
  }
}
