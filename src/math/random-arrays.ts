/** Random numbers as plain arrays. Array elements depend on the key and their place only: a longer array begins with the shorter. */
import type { Key } from "./key.ts";
import { cosTurn, log, sinTurn } from "./portable-math.ts";
import { threefry } from "./threefry.ts";

/** Larger bounds would need more than the 32 bits a draw has. */
const MAX_BOUND = 2 ** 20;

function wordsOf({ hi, lo }: Key, count: number): Uint32Array {
  const words = new Uint32Array(count);
  threefry(hi, lo, 0, 0, words);
  return words;
}

/** Independent uniform numbers in [low, high), in steps of 2^-24 of the width; rounding to float32 may give `high` itself. */
export function uniformArray(key: Key, count: number, low = 0, high = 1): Float32Array {
  const words = wordsOf(key, count);
  const result = new Float32Array(count);
  const width = (high - low) * 2 ** -24;
  for (let i = 0; i < count; i++) result[i] = low + (words[i]! >>> 8) * width;
  return result;
}

/** Independent standard normal numbers (Box-Muller), 6.7 at most in size. */
export function normalArray(key: Key, count: number): Float32Array {
  const words = wordsOf(key, count + (count & 1));
  const result = new Float32Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * log((words[i]! + 1) * 2 ** -32));
    const turn = words[i + 1]! * 2 ** -32;
    result[i] = radius * cosTurn(turn);
    if (i + 1 < count) result[i + 1] = radius * sinTurn(turn);
  }
  return result;
}

/** Independent whole numbers from 0 to bound - 1; their probabilities differ by less than 2^-32. */
export function integers(key: Key, count: number, bound: number): Int32Array {
  if (!Number.isInteger(bound) || bound < 1 || bound > MAX_BOUND) {
    throw new Error(
      `The bound of random integers is a whole number from 1 to ${MAX_BOUND}, not ${bound}.`,
    );
  }
  const words = wordsOf(key, count);
  return Int32Array.from(words, (word) => Math.floor(word * bound * 2 ** -32));
}
