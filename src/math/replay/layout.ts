/** Gives the places of a recorded step their addresses: few bytes, and needed only while it runs. */
import { addressesOf, type Call } from "./call.ts";
import { inPlace } from "./in-place.ts";
import { laidOut } from "./lifetimes.ts";
import { pieceOf, SPAN, type Piece } from "./places.ts";

/** Where the arena begins, as far as a layout knows: addresses from here on count from its start. */
export const ARENA = SPAN;

export interface Layout {
  /** Addresses of pieces in the arena, from ARENA on, by their numbers. */
  readonly starts: ReadonlyMap<number, number>;
  /** Successors that are made at their homes, which by then are of no use any more. */
  readonly atHome: ReadonlyMap<number, number>;
  /** Bytes of the arena. Nothing need stay in it from step to step. */
  readonly bytes: number;
}

export interface Uses {
  readonly calls: readonly Call[];
  /** Places that are written before the first call. */
  readonly drawn: readonly number[];
  /** Places that are read after the last call. */
  readonly ends: readonly number[];
  /** Pieces whose numbers come to a home in the end, itself a piece. */
  readonly successors: readonly (readonly [piece: number, home: number])[];
}

interface Span {
  readonly first: number;
  last: number;
}

/** Lays out what is used; pieces that are `fixed` have addresses of their own. */
export function layoutOf(
  uses: Uses,
  pieces: ReadonlyMap<number, Piece>,
  fixed: ReadonlySet<number>,
): Layout {
  const spans = spansOf(uses);
  const sizeOf = (piece: number): number => pieces.get(piece)!.bytes;
  const heirs = heirsOf(uses.calls, spans);
  const atHome = new Map(
    uses.successors.filter(([piece, home]) => {
      if (!pieces.has(piece) || fixed.has(piece) || sizeOf(piece) !== sizeOf(home)) return false;
      const isFree = (spans.get(home)?.last ?? -Infinity) < spans.get(piece)!.first;
      return isFree || heirs.some(({ heir, from }) => heir === piece && from === home);
    }),
  );

  const lives = new Map<number, Span & { readonly bytes: number }>();
  for (const [piece, span] of spans) {
    if (!pieces.has(piece) || fixed.has(piece) || atHome.has(piece)) continue;
    lives.set(piece, { bytes: sizeOf(piece), ...span });
  }
  const placed = new Set<number>();
  for (const { heir, from, time } of heirs) {
    const [own, life] = [lives.get(heir), lives.get(from)];
    // Another may have taken the place already, or it another's.
    if (!own || placed.has(heir) || life?.last !== time) continue;
    life.last = own.last;
    lives.set(heir, life);
    placed.add(heir);
  }
  const apart = [...new Set(lives.values())];
  const { offsets, bytes } = laidOut(apart);
  const addresses = new Map(apart.map((life, i) => [life, ARENA + offsets[i]!]));
  const starts = new Map([...lives].map(([piece, life]) => [piece, addresses.get(life)!]));
  return { starts, atHome, bytes };
}

/** From when to when each piece is used: times are those of the calls, -1 before the first. */
function spansOf({ calls, drawn, ends }: Uses): Map<number, Span> {
  const spans = new Map<number, Span>();
  const use = (place: number, time: number): void => {
    const span = spans.get(pieceOf(place));
    if (span) span.last = time;
    else spans.set(pieceOf(place), { first: time, last: time });
  };
  // All is drawn before the first call: that a step is one call of one function is worth more than their room.
  for (const place of drawn) use(place, -1);
  for (const [time, call] of calls.entries())
    for (const place of addressesOf(call)) use(place, time);
  for (const place of ends) use(place, calls.length);
  return spans;
}

/** Pieces that may be made where another lies, by the call at `time` that is the last to need it. */
function heirsOf(
  calls: readonly Call[],
  spans: ReadonlyMap<number, Span>,
): { readonly heir: number; readonly from: number; readonly time: number }[] {
  return calls.flatMap((call, time) =>
    inPlace(call)
      .map(({ read, written }) => ({ heir: pieceOf(written), from: pieceOf(read), time }))
      .filter(({ from }) => spans.get(from)?.last === time),
  );
}
