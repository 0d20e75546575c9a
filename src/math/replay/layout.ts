/** Gives the places of a recorded step their addresses: few bytes, and needed only while it runs. */
import { addressesOf, type Call } from "./call.ts";
import { laidOut, type Life } from "./lifetimes.ts";
import { pieceOf, SPAN, type Piece } from "./places.ts";

/** Where the arena begins, as far as a layout knows: addresses from here on count from its start. */
export const ARENA = SPAN;

export interface Layout {
  /** Addresses of pieces in the arena, from ARENA on, by their numbers. */
  readonly starts: ReadonlyMap<number, number>;
  /** Bytes of the arena. Nothing need stay in it from step to step. */
  readonly bytes: number;
}

export interface Uses {
  readonly calls: readonly Call[];
  /** Places that are written before the first call. */
  readonly drawn: readonly number[];
  /** Places that are read after the last call. */
  readonly ends: readonly number[];
}

/** Lays out what is used; `movable` tells of a piece by its number, unless it has an address of its own. */
export function layoutOf(
  { calls, drawn, ends }: Uses,
  movable: (piece: number) => Piece | undefined,
): Layout {
  const lives = new Map<number, Life>();
  const use = (place: number, time: number): void => {
    const piece = pieceOf(place);
    const { bytes } = movable(piece) ?? {};
    if (bytes === undefined) return;
    lives.set(piece, { bytes, first: lives.get(piece)?.first ?? time, last: time });
  };
  // All is drawn before the first call: that a step is one call of one function is worth more than their room.
  for (const place of drawn) use(place, -1);
  for (const [time, call] of calls.entries())
    for (const place of addressesOf(call)) use(place, time);
  for (const place of ends) use(place, calls.length);
  const { offsets, bytes } = laidOut([...lives.values()]);
  const starts = [...lives.keys()].map((piece, i): [number, number] => [
    piece,
    ARENA + offsets[i]!,
  ]);
  return { starts: new Map(starts), bytes };
}
