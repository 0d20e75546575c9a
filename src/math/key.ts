/**
 * Randomness is a key, passed along like any other argument: the same key gives the same numbers, and `fold` derives
 * from it, by name or number, as many independent keys as one likes.
 */
import { threefry } from "./threefry.ts";

/** 64 bits as two unsigned words. */
export interface Key {
  readonly hi: number;
  readonly lo: number;
}

/** Second counter words of derivations. Arrays of numbers are drawn with 0 there, so the two never meet. */
const BY_NUMBER = 0x40000000;
const BY_NAME = 0x80000000;
const END_OF_NAME = 0xc0000000;

const WORD = 2 ** 32;

/** The key of a seed: a whole number from 0 to 2^53 - 1. */
export function keyOf(seed: number): Key {
  whole(seed, "A seed");
  return { hi: Math.floor(seed / WORD), lo: seed % WORD };
}

type Watcher = (derived: Key, from: Key, name: string | number) => void;

const watchers = new Set<Watcher>();

/** Tells `watcher` of derived keys from now on, until what it returns is called. */
export function watchFolds(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** An independent key for one use of `key`: a step's number, the name of what is drawn. */
export function fold(key: Key, name: string | number): Key {
  const derived = folded(key, name);
  for (const watcher of watchers) watcher(derived, key, name);
  return derived;
}

function folded(key: Key, name: string | number): Key {
  if (typeof name === "number") {
    whole(name, "A number folded into a key");
    return derive(key, name % WORD, BY_NUMBER + Math.floor(name / WORD));
  }
  let last = key;
  for (let i = 0; i < name.length; i += 2) {
    // Past the end the code is NaN, and NaN shifted is 0; the length tells "a" from "a\0".
    last = derive(last, (name.charCodeAt(i + 1) << 16) | name.charCodeAt(i), BY_NAME);
  }
  return derive(last, name.length, END_OF_NAME);
}

function derive({ hi, lo }: Key, c0: number, c1: number): Key {
  const words = new Uint32Array(2);
  threefry(hi, lo, c0, c1, words);
  return { hi: words[0]!, lo: words[1]! };
}

function whole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Error(`${what} is a whole number from 0 to 2^53 - 1, not ${value}.`);
  }
}
