/**
 * A drawing of Omniglot, 105×105 pixels, as the networks of this site see it: 28×28 bits, ink where 30 % of a new pixel is ink.
 *
 * A new pixel is 3.75 old ones wide. It is the mean of the old ones whose middle lies in it, four, four, three and four in turn, as
 * Pillow’s filter BOX has it, by which the packed drawings were made that the weights were trained on. That filter is often called an
 * area average, and is none: that would share an old pixel among two new ones. The packed drawings tell which it was: a new pixel
 * that is ink between two that are not stands in columns of kind 0 to 3 in the ratios 1.54, 0.95, 0.65 and 0.86, where an area
 * average makes all alike and BOX the third rarer. Rounding to 8 bits in between, which Pillow does, changes no bit here.
 */
import { BYTES } from "./alphabets.ts";
import { SIDE } from "./one-bit-png.ts";

const TO = 28;
/** The new pixel of each old row or column. In quarters of an old pixel, to stay with whole numbers: a new one has 15. */
const NEW_OF = Uint8Array.from({ length: SIDE }, (_, old) => Math.ceil((4 * old + 2) / 15) - 1);
/** Old rows or columns of each new pixel. */
const OLD_IN = NEW_OF.reduce((counts, place) => {
  counts[place]! += 1;
  return counts;
}, new Uint8Array(TO));

/** Of 105×105 bytes, 1 for ink: 98 bytes, rows from the top, the highest bit first. */
export function reducedDrawing(ink: Uint8Array): Uint8Array {
  const counts = new Uint8Array(TO * TO);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) counts[NEW_OF[y]! * TO + NEW_OF[x]!]! += ink[y * SIDE + x]!;
  const bits = new Uint8Array(BYTES);
  counts.forEach((count, i) => {
    const area = OLD_IN[Math.floor(i / TO)]! * OLD_IN[i % TO]!;
    if (10 * count >= 3 * area) bits[i >> 3]! |= 128 >> (i & 7);
  });
  return bits;
}
