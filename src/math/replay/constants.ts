/** Pieces of memory that stay where they are from step to step. */
import { allocated, bytes, free } from "../kernels/heap.ts";
import { LINE, lined } from "./lifetimes.ts";
import type { Piece } from "./places.ts";

export interface Constants {
  /** Their addresses, by the numbers of the pieces. */
  readonly addresses: ReadonlyMap<number, number>;
  free(): void;
}

/** Puts what pieces begin with on the heap once and for all. */
export function constantsOf(pieces: ReadonlyMap<number, Piece>): Constants {
  const addresses = new Map<number, number>();
  const total = [...pieces.values()].reduce((sum, piece) => sum + lined(piece.bytes), LINE);
  const start = allocated(total);
  let at = lined(start);
  for (const [piece, { content, bytes: count }] of pieces) {
    addresses.set(piece, at);
    bytes().set(content!, at);
    at += lined(count);
  }
  return { addresses, free: () => free(start) };
}
