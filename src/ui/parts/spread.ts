/**
 * Places along a line for labels, each as near to the wanted one as may be, in their order (of equal ones the first is highest), at least `apart` from the next and
 * between `low` and `high`. With more than fit they are evenly apart.
 */
export function spread(
  wanted: readonly number[],
  apart: number,
  [low, high]: readonly [low: number, high: number],
): number[] {
  const between = Math.min(apart, (high - low) / Math.max(1, wanted.length - 1));
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || b - a);
  const places: number[] = [];
  order.forEach((i, rank) => {
    const least = low + rank * between;
    const most = high - (order.length - 1 - rank) * between;
    const before = rank > 0 ? places[order[rank - 1]!]! + between : low;
    places[i] = Math.max(before, Math.min(most, Math.max(least, wanted[i]!)));
  });
  return places;
}
