/** Glyphs of testing by more hands than an episode of training ever has. */
import { drawn } from "../math/drawn.ts";
import type { Key } from "../math/key.ts";
import type { Tensor } from "../math/tensor.ts";
import { classesOf } from "./characters.ts";
import type { Choosing } from "./drawn-characters.ts";
import type { Glyphs } from "./glyphs.ts";
import { SIDE } from "./grey-pictures.ts";
import { covered, inkBits } from "./ink.ts";

/** Simulated drawers of each character, of whom the first 20 are those of all other figures. */
const HANDS = 240;
const PIXELS = SIDE ** 2;

/** The pictures of a choice of drawings, upright: [rows, 28, 28, 1]. A pure function of the key. */
export type ManyHands = (key: Key, choosing: Choosing) => Tensor;

/** Drawings by each of the hands, made when they are asked for, and then kept. */
export function byManyHands(glyphs: Glyphs): ManyHands {
  const kept = new Map<number, Uint8Array>();
  const classes = classesOf(glyphs, "test", 1);
  const pool = { classes: classes.length, examples: HANDS };
  const bitsOf = (character: number, hand: number): Uint8Array => {
    const place = character * HANDS + hand;
    let bits = kept.get(place);
    if (!bits) {
      const { lines, pen } = glyphs.drawn(character, hand);
      bits = inkBits(covered(lines, pen));
      kept.set(place, bits);
    }
    return bits;
  };
  return (key, { rows, choose }) =>
    drawn(key, [rows, SIDE, SIDE, 1], (from, out = new Float32Array(rows * PIXELS)) => {
      choose(from, pool, (row, place, hand) =>
        write(bitsOf(classes[place]!.character, hand), out, row * PIXELS),
      );
      return out;
    });
}

/** Bits as numbers, 1 for ink, the highest bit of a byte first, into `out` from `start` on. */
function write(bits: Uint8Array, out: Float32Array, start: number): void {
  let at = start;
  for (const byte of bits) for (let bit = 7; bit >= 0; bit--) out[at++] = (byte >> bit) & 1;
}
