/** Arithmetic on curves: for findings on the page and for claims in notes, so that both say the same. */
import type { Points } from "./protocol.ts";

/**
 * Mean of `dense` over the steps between consecutive points of `sparse`, for each of its points but the first: what a noisy
 * curve of every step says when it is compared with a number taken now and then.
 */
export function meansBetween(dense: Points, sparse: Points): number[] {
  const means: number[] = [];
  let i = 0;
  for (let k = 1; k < sparse.steps.length; k++) {
    while (i < dense.steps.length && dense.steps[i]! <= sparse.steps[k - 1]!) i += 1;
    let sum = 0;
    let count = 0;
    while (i < dense.steps.length && dense.steps[i]! <= sparse.steps[k]!) {
      sum += dense.values[i]!;
      count += 1;
      i += 1;
    }
    means.push(sum / count);
  }
  return means;
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = Array.from<number>({ length: values.length });
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let i = start; i < end; i++) result[order[i]!] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

/** Spearman's rank correlation of two columns, from −1 to 1; NaN where one of them is constant or there are fewer than 3 rows. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  if (a.length < 3 || a.length !== b.length) return Number.NaN;
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  for (let i = 0; i < a.length; i++) {
    const [dx, dy] = [x[i]! - mean, y[i]! - mean];
    covariance += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  }
  return covariance / Math.sqrt(varianceX * varianceY);
}

/** The points at steps from `from` to `to`, both included. */
export function between({ steps, values }: Points, from: number, to: number): Points {
  const first = steps.findIndex((step) => step >= from);
  const end = steps.findLastIndex((step) => step <= to) + 1;
  if (first === -1) return { steps: steps.subarray(0, 0), values: values.subarray(0, 0) };
  return { steps: steps.subarray(first, end), values: values.subarray(first, end) };
}

/** An estimate this near to zero is rounding, … */
const ZERO = 1e-6;
/** … and after so many steps of it in a row no accident. */
const LASTING = 50;

/** The step since which a curve has been zero; null where it is not, or has not been for long. */
export function zeroSince({ steps, values }: Points): number | null {
  const first = values.findLastIndex((value) => Math.abs(value) > ZERO) + 1;
  const since = steps[first];
  return since !== undefined && steps[steps.length - 1]! - since >= LASTING ? since : null;
}
