/** Episodes drawn at random: classes without repetition, and of each class drawings without repetition. */
import { fold, type Key } from "../../src/math/key.ts";
import { uniformArray } from "../../src/math/random-arrays.ts";

/** The next whole number from 0 to bound - 1. */
export type Draw = (bound: number) => number;

const BLOCK = 65_536;

export function drawsOf(key: Key): Draw {
  const numbers = new Float32Array(BLOCK);
  let taken = 0;
  return (bound) => {
    if (taken % BLOCK === 0) uniformArray(fold(key, taken / BLOCK), BLOCK, 0, 1, numbers);
    return Math.floor(numbers[taken++ % BLOCK]! * bound);
  };
}

/** `count` different members, in random order: the first steps of a Fisher-Yates shuffle. */
export function sample(members: readonly number[], count: number, draw: Draw): number[] {
  if (count > members.length) throw new Error(`${count} of ${members.length} cannot differ.`);
  const left = [...members];
  for (let i = 0; i < count; i++) {
    const j = i + draw(left.length - i);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, count);
}
