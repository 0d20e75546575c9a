/**
 * Addresses while a step is recorded. Memory is given back and taken again meanwhile, so one address means many things; a place
 * means one. Places are numbers above all addresses: 2^32 times the number of the piece of memory, from 2 on, plus bytes from
 * its start. What is below 2^32 is an address that was there before and stays.
 */
export const SPAN = 2 ** 32;
const FIRST = 2;

/** The number of the piece of memory that a place lies in; below 2 for addresses and for those in an arena. */
export const pieceOf = (place: number): number => Math.floor(place / SPAN);

/** A piece of memory of the recorded step. */
export interface Piece {
  readonly address: number;
  readonly bytes: number;
  /** What was put there when it was taken; null if it was left as it was. */
  readonly content: Uint8Array | null;
}

export interface Places {
  /** By their numbers. */
  readonly pieces: ReadonlyMap<number, Piece>;
  taken(piece: Piece): void;
  /** Forgets the address of what is given back; its places remain what they were. */
  given(address: number): void;
  /** The place of an address as it is now. */
  of(address: number): number;
}

export function createPlaces(): Places {
  const pieces = new Map<number, Piece>();
  /** Numbers of the pieces held, by their addresses. */
  const present = new Map<number, number>();
  const outside = new Set<number>();
  return {
    pieces,
    taken(piece) {
      const number = FIRST + pieces.size;
      pieces.set(number, piece);
      present.set(piece.address, number);
    },
    given(address) {
      // What was not ours may become ours.
      if (!present.delete(address)) outside.clear();
    },
    of(address) {
      const exact = present.get(address);
      if (exact !== undefined) return exact * SPAN;
      if (outside.has(address)) return address;
      for (const [start, number] of present) {
        const offset = address - start;
        if (offset > 0 && offset < pieces.get(number)!.bytes) return number * SPAN + offset;
      }
      outside.add(address);
      return address;
    },
  };
}
