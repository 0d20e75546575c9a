/** Where the names of lines stand at the right edge of a chart. All numbers are shares of its height, from the bottom. */

/** Height of a name in the lowest chart. */
const HEIGHT = 0.2;
/** A name that clears its line by this much is read as its. */
const CLEAR = 0.04;

/**
 * Middles of the names, in the order of the lines: above a line where there is room, the lowest of several below, and never two
 * in one place.
 */
export function placeNames(ends: readonly number[]): number[] {
  const away = HEIGHT / 2 + CLEAR;
  const order = ends.map((_, i) => i).toSorted((a, b) => ends[a]! - ends[b]!);
  const middles: number[] = [];
  order.forEach((line, rank) => {
    const end = Math.min(1, Math.max(0, ends[line]!));
    const below = end > 1 - HEIGHT - CLEAR || (rank === 0 && order.length > 1 && end > HEIGHT);
    const wanted = below ? end - away : end + away;
    const lower = rank === 0 ? -Infinity : middles[order[rank - 1]!]! + HEIGHT;
    middles[line] = Math.max(HEIGHT / 2, wanted, lower);
  });
  // What was pushed over the top pushes back.
  let highest = 1 - HEIGHT / 2;
  for (const line of order.toReversed()) {
    middles[line] = Math.min(middles[line]!, highest);
    highest = middles[line] - HEIGHT;
  }
  return middles;
}
