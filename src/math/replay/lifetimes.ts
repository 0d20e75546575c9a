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
 * An offset for each piece, and the bytes that it all takes. Time goes by; a piece takes the smallest gap that holds it, and
 * gives it back when its last time is over. The recorded steps of DRAW take 3 to 5 % more than is in use at their fullest time.
 */
export function laidOut(lives: readonly Life[]): { offsets: number[]; bytes: number } {
  const offsets = lives.map(() => 0);
  const sizes = lives.map(({ bytes }) => Math.max(LINE, lined(bytes)));
  const order = lives.map((_, i) => i);
  const comings = order.toSorted((a, b) => lives[a]!.first - lives[b]!.first);
  const goings = order.toSorted((a, b) => lives[a]!.last - lives[b]!.last);
  const room = createRoom();
  let gone = 0;
  for (const i of comings) {
    for (; lives[goings[gone]!]!.last < lives[i]!.first; gone++) {
      const past = goings[gone]!;
      room.give(offsets[past]!, sizes[past]!);
    }
    offsets[i] = room.take(sizes[i]!);
  }
  return { offsets, bytes: room.end() };
}

/** Room from 0 on that grows as need be; gaps in it are kept in order, no two of them neighbours. */
function createRoom() {
  const gaps: { start: number; end: number }[] = [];
  let end = 0;
  return {
    end: () => end,
    /** The start of the smallest gap of so many bytes, or of what lies at the end. */
    take(bytes: number): number {
      let best = -1;
      let least = Infinity;
      for (const [i, gap] of gaps.entries()) {
        const size = gap.end - gap.start;
        if (size >= bytes && size < least) [best, least] = [i, size];
      }
      if (best < 0) {
        const start = gaps.at(-1)?.end === end ? gaps.pop()!.start : end;
        end = start + bytes;
        return start;
      }
      const gap = gaps[best]!;
      const { start } = gap;
      if (least === bytes) gaps.splice(best, 1);
      else gap.start += bytes;
      return start;
    },
    give(start: number, bytes: number): void {
      let at = gaps.length;
      while (at > 0 && gaps[at - 1]!.start > start) at--;
      gaps.splice(at, 0, { start, end: start + bytes });
      for (const i of [at + 1, at]) {
        const [before, after] = [gaps[i - 1], gaps[i]];
        if (!before || before.end !== after?.start) continue;
        before.end = after.end;
        gaps.splice(i, 1);
      }
    },
  };
}
