/** Where the names of lines stand at the right edge of a chart. All numbers are shares of its height, from the bottom. */

/** Height of a name in the lowest chart: 14 px of 56. */
const HEIGHT = 0.25;
/** Between a name and a curve. */
const CLEAR = 0.02;

export type Band = readonly [low: number, high: number];

export interface NamedEnd {
  /** Where its line ends. */
  readonly end: number;
  /** What the curves cover in the columns that its name takes. */
  readonly taken: readonly Band[];
}

interface Gap {
  /** Lowest and highest middle of a name in it. */
  readonly low: number;
  readonly high: number;
}

/**
 * Middles of the names, in the order of the lines: near the ends of their lines, one above another as those are, over no curve and
 * over no other name. Null where that cannot be.
 */
export function placeNames(names: readonly NamedEnd[]): number[] | null {
  const order = names.map((_, i) => i).toSorted((a, b) => names[a]!.end - names[b]!.end);
  const choices = order.map((line) => gapsBetween(names[line]!.taken));
  const ends = order.map((line) => Math.min(1, Math.max(0, names[line]!.end)));
  let best: { readonly middles: readonly number[]; readonly cost: number } | null = null;

  const choose = (gaps: readonly Gap[]): void => {
    const rank = gaps.length;
    if (rank < order.length) {
      for (const gap of choices[rank]!) choose([...gaps, gap]);
      return;
    }
    const middles = stacked(gaps, ends);
    if (!middles) return;
    // Of two places equally far the upper one.
    const cost = middles.reduce((sum, middle, k) => {
      const above = middle - ends[k]!;
      return sum + Math.max(above, -1.01 * above);
    }, 0);
    if (!best || cost < best.cost) best = { middles, cost };
  };
  choose([]);

  if (!best) return null;
  const { middles } = best as { readonly middles: readonly number[] };
  return names.map((_, i) => middles[order.indexOf(i)]!);
}

/** Where a name has room between what is taken. */
function gapsBetween(taken: readonly Band[]): Gap[] {
  const gaps: Gap[] = [];
  let free = 0;
  const bands: readonly Band[] = [...taken.toSorted((a, b) => a[0] - b[0]), [Infinity, Infinity]];
  for (const [low, high] of bands) {
    const gap = { low: free + HEIGHT / 2, high: Math.min(1, low - CLEAR) - HEIGHT / 2 };
    // A millionth is rounding.
    if (gap.low <= gap.high + 1e-6) gaps.push(gap);
    free = Math.max(free, high + CLEAR);
  }
  return gaps;
}

/** Middles as near to the ends as may be, each in its gap and a name's height above the one before. */
function stacked(gaps: readonly Gap[], ends: readonly number[]): number[] | null {
  const highest: number[] = [];
  for (let k = gaps.length - 1; k >= 0; k--)
    highest[k] = Math.min(gaps[k]!.high, (highest[k + 1] ?? Infinity) - HEIGHT);
  const middles: number[] = [];
  for (const [k, gap] of gaps.entries()) {
    const lowest = Math.max(gap.low, (middles[k - 1] ?? -Infinity) + HEIGHT);
    if (lowest > highest[k]! + 1e-6) return null;
    middles.push(Math.min(highest[k]!, Math.max(lowest, ends[k]!)));
  }
  return middles;
}
