/** Choosing without repetition, as plain arrays. In a step they belong inside `drawn`, as all that is made of a key. */
import type { Key } from "./key.ts";
import { integers } from "./random-arrays.ts";

/**
 * k different whole numbers from 0 to n - 1 in random order (Fisher and Yates), all choices alike; n at most 2^20. The first k of
 * `permutation(key, n)`, but it takes time and memory for k of them only.
 */
export function choose(key: Key, n: number, k: number): Int32Array {
  if (!Number.isInteger(k) || !(k >= 0 && k <= n)) {
    throw new Error(`From ${n} things ${k} different ones can't be chosen.`);
  }
  const picks = integers(key, k, (i) => n - i);
  /** What lies where something was taken away, if that isn't the place's own number. */
  const moved = new Map<number, number>();
  for (let i = 0; i < k; i++) {
    const place = i + picks[i]!;
    const own = moved.get(i) ?? i;
    picks[i] = moved.get(place) ?? place;
    moved.set(place, own);
  }
  return picks;
}

/** The whole numbers from 0 to n - 1 in random order, n at most 2^20. */
export const permutation = (key: Key, n: number): Int32Array => choose(key, n, n);
