/** Thins a curve to what a row of pixels can show, without losing a peak. */

/** Stands in the result where the line is interrupted. */
export const GAP = -1;

/**
 * Indices of the points to draw, in order. Of each pixel column: its first, lowest, highest and last finite point, so
 * that the drawn line covers the same pixels as the full one (M4: Jugel et al., VLDB 2014). Values that are not finite
 * interrupt the line.
 *
 * @param steps ascending, as long as `values`
 * @param from step at the left edge of column 0
 * @param to step at the right edge of the last column, greater than `from`
 */
export function decimate(
  steps: ArrayLike<number>,
  values: ArrayLike<number>,
  from: number,
  to: number,
  columns: number,
): number[] {
  const kept: number[] = [];
  const scale = columns / (to - from);
  let column = -1;
  let first = GAP;
  let low = GAP;
  let high = GAP;
  let last = GAP;

  const flush = (): void => {
    if (first === GAP) return;
    kept.push(first);
    const [a, b] = low < high ? [low, high] : [high, low];
    if (a !== first) kept.push(a);
    if (b !== a && b !== first) kept.push(b);
    if (last !== b && last !== first) kept.push(last);
    first = GAP;
  };

  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      flush();
      if (kept.length > 0 && kept[kept.length - 1] !== GAP) kept.push(GAP);
      continue;
    }
    const here = Math.floor((steps[i]! - from) * scale);
    if (here !== column) {
      flush();
      column = here;
    }
    if (first === GAP) {
      first = low = high = i;
    } else {
      if (value < values[low]!) low = i;
      if (value > values[high]!) high = i;
    }
    last = i;
  }
  flush();
  if (kept[kept.length - 1] === GAP) kept.pop();
  return kept;
}
