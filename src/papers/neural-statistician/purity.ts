/** Whether sets of one kind lie together. */
import type { Numbers } from "../../math/tensor.ts";

/** Our choice; the paper shows a picture. */
const NEIGHBOURS = 4;

/** The rows of `table` [n, d] that are nearest to row i of it, itself left out, the nearest first. */
function neighboursOf({ shape, data }: Numbers, i: number): number[] {
  const [n, d] = shape as [number, number];
  const found: { readonly j: number; readonly distance: number }[] = [];
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    let distance = 0;
    for (let k = 0; k < d; k++) distance += (data[i * d + k]! - data[j * d + k]!) ** 2;
    const last = found.at(-1);
    if (found.length === NEIGHBOURS && last!.distance <= distance) continue;
    if (found.length === NEIGHBOURS) found.pop();
    const place = found.findIndex((other) => other.distance > distance);
    found.splice(place < 0 ? found.length : place, 0, { j, distance });
  }
  return found.map(({ j }) => j);
}

/**
 * Of the four nearest rows of each row [n, d], the share that has its label; the mean of all rows. Where labels say nothing about
 * places it is the chance that two labels are the same.
 */
export function purity(rows: Numbers, labels: ArrayLike<number>): number {
  const n = rows.shape[0]!;
  let same = 0;
  for (let i = 0; i < n; i++)
    for (const j of neighboursOf(rows, i)) if (labels[j] === labels[i]) same += 1;
  return same / (n * NEIGHBOURS);
}
