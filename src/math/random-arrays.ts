/**
 * Random numbers as plain arrays. Array elements depend on the key and their place only: a longer array begins with the shorter.
 * Our kernels compute them where they are in use; what is written out here is the reference, and gives the same bits.
 */
import type { Key } from "./key.ts";
import { fillByKernel } from "./kernels/fill.ts";
import { cosTurn, log, sinTurn } from "./portable-math.ts";
import { threefry } from "./threefry.ts";

/** Larger bounds would need more than the 32 bits a draw has. */
const MAX_BOUND = 2 ** 20;

type Watcher = (name: string, key: Key) => void;

let watcher: Watcher | undefined;

/** Who is told the name of each function here that is called from now on, and with which key; nobody if undefined. */
export function watchArrays(next: Watcher | undefined): void {
  watcher = next;
}

function wordsOf(key: Key, count: number): Uint32Array {
  const words = new Uint32Array(count);
  if (!fillByKernel("words", key, words)) threefry(key.hi, key.lo, 0, 0, words);
  return words;
}

/** Independent uniform numbers in [low, high), in steps of 2^-24 of the width; rounding to float32 may give `high` itself. Here and below they go into `result`. */
export function uniformArray(
  key: Key,
  count: number,
  low = 0,
  high = 1,
  result = new Float32Array(count),
): Float32Array {
  watcher?.("uniformArray", key);
  const width = (high - low) * 2 ** -24;
  if (fillByKernel("uniforms", key, result, low, width)) return result;
  const words = wordsOf(key, count);
  for (let i = 0; i < count; i++) result[i] = low + (words[i]! >>> 8) * width;
  return result;
}

/** Independent standard normal numbers (Box-Muller), 6.7 at most in size. */
export function normalArray(
  key: Key,
  count: number,
  result = new Float32Array(count),
): Float32Array {
  watcher?.("normalArray", key);
  if (fillByKernel("normals", key, result)) return result;
  const words = wordsOf(key, count + (count & 1));
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * log((words[i]! + 1) * 2 ** -32));
    const turn = words[i + 1]! * 2 ** -32;
    result[i] = radius * cosTurn(turn);
    if (i + 1 < count) result[i + 1] = radius * sinTurn(turn);
  }
  return result;
}

/**
 * Independent whole numbers from 0 to bound - 1, where a bound may depend on the number's place; the probabilities of a number's
 * values differ by less than 2^-32.
 */
export function integers(
  key: Key,
  count: number,
  bound: number | ((place: number) => number),
): Int32Array {
  const boundOf = typeof bound === "number" ? () => bound : bound;
  watcher?.("integers", key);
  const words = wordsOf(key, count);
  const result = new Int32Array(count);
  for (let i = 0; i < count; i++)
    result[i] = Math.floor(words[i]! * checked(boundOf(i)) * 2 ** -32);
  return result;
}

function checked(bound: number): number {
  if (Number.isInteger(bound) && bound >= 1 && bound <= MAX_BOUND) return bound;
  throw new Error(
    `The bound of random integers is a whole number from 1 to ${MAX_BOUND}, not ${bound}.`,
  );
}
