/** Which mark is under a point of the window. */
import type { Place } from "./marked-page.ts";

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** The shortest one where several overlap. */
export function markAt(places: ReadonlyMap<string, Place>, x: number, y: number): string | null {
  let hit: string | null = null;
  let shortest = Infinity;
  for (const [id, { range, start, end }] of places) {
    if (end - start >= shortest || !holds(range.getBoundingClientRect(), x, y)) continue;
    if (![...range.getClientRects()].some((rect) => holds(rect, x, y))) continue;
    hit = id;
    shortest = end - start;
  }
  return hit;
}

/** The mark that the caret stands in. */
export function markAtCaret(places: ReadonlyMap<string, Place>): string | null {
  const { anchorNode = null, anchorOffset = 0 } = getSelection() ?? {};
  if (!anchorNode) return null;
  for (const [id, { range }] of places)
    if (range.isPointInRange(anchorNode, anchorOffset)) return id;
  return null;
}
