/** An episode from the reader’s drawings: signs with examples of each, and a query that is one of them by another hand. */
import { ALPHABETS, BYTES, CHARACTERS, DRAWERS, nameOf } from "./alphabets.ts";
import { isDrawn } from "./drawings-of-zip.ts";
import { isUntrained } from "./untrained.ts";

const PIXELS = 8 * BYTES;

interface Sized {
  readonly signs: number;
  /** Examples of each. */
  readonly shots: number;
}

export interface Dealt {
  /** [shots · signs, 28, 28], 1 for ink: an example of each sign before the next of each. */
  readonly S: Float32Array;
  /** [1, 28, 28] */
  readonly query: Float32Array;
  /** Characters of the signs. */
  readonly characters: readonly number[];
  readonly names: readonly string[];
  /** The sign that the query is. */
  readonly answer: number;
}

/** How the signs are chosen: of all alphabets, of one, or those that are given. */
export type Choice = "all" | "one" | readonly number[];

/** Who drew a character. */
const drawersOf = (bits: Uint8Array, character: number): number[] =>
  Array.from({ length: DRAWERS }, (_, drawer) => drawer).filter((drawer) =>
    isDrawn(bits, character * DRAWERS + drawer),
  );

/** Characters that no network here was trained on, with drawings enough for examples and a query. */
export const dealable = (bits: Uint8Array, { shots }: Pick<Sized, "shots">): number[] =>
  Array.from({ length: CHARACTERS }, (_, character) => character).filter(
    (character) => isUntrained(character) && drawersOf(bits, character).length > shots,
  );

/** So many of them by lot, all different. `random` gives numbers from 0 to below 1. */
function byLot<T>(all: readonly T[], count: number, random: () => number): T[] {
  const left = [...all];
  return Array.from(
    { length: count },
    () => left.splice(Math.floor(random() * left.length), 1)[0]!,
  );
}

/** Null where there are too few. */
export function deal(
  bits: Uint8Array,
  choice: Choice,
  { signs, shots }: Sized,
  random: () => number = Math.random,
): Dealt | null {
  const all = dealable(bits, { shots });
  const pools = ALPHABETS.map(({ first, count }) =>
    all.filter((character) => character >= first && character < first + count),
  ).filter(({ length }) => length >= signs);
  const [pool] = choice === "one" ? byLot(pools, 1, random) : [all];
  if (!pool || pool.length < signs) return null;
  const characters = typeof choice === "string" ? byLot(pool, signs, random) : choice;
  const answer = Math.floor(random() * signs);
  const S = new Float32Array(shots * signs * PIXELS);
  const query = new Float32Array(PIXELS);
  characters.forEach((character, sign) => {
    const hands = byLot(drawersOf(bits, character), shots + 1, random);
    hands.forEach((drawer, example) => {
      const place = character * DRAWERS + drawer;
      if (example < shots) write(bits, place, S, example * signs + sign);
      else if (sign === answer) write(bits, place, query, 0);
    });
  });
  return { S, query, characters, names: characters.map(nameOf), answer };
}

function write(bits: Uint8Array, place: number, into: Float32Array, row: number): void {
  for (let p = 0; p < PIXELS; p++)
    into[row * PIXELS + p] = (bits[place * BYTES + (p >> 3)]! >> (7 - (p & 7))) & 1;
}
