/** Stage 2 of arXiv:2004.11362v5, section 3.1: how well a linear classifier reads the classes off a frozen network. */
import { ridge } from "../../math/least-squares.ts";
import { greatest } from "../../math/row-search.ts";
import type { Numbers } from "../../math/tensor.ts";
import { rowsFrom } from "./embedded.ts";

/** ours: strength of the ridge, in units of n / D, the mean square of a column of n unit rows. */
const RIDGE = 1e-3;

/**
 * Unit rows x [n, D], those whose label is `known` before those whose label is `asked`: for each of the latter 100 where a
 * classifier fitted to the former names its label, else 0, percent. The fit is by least squares on one-hot labels, from 0 up.
 */
export function probe(x: Numbers, known: readonly number[], asked: readonly number[]): number[] {
  const [n, D] = [known.length, x.shape[1]!];
  const classes = 1 + Math.max(...known);
  const oneHot = known.flatMap((label) =>
    Array.from({ length: classes }, (_, k) => Number(k === label)),
  );
  const first = { shape: [n, D], data: Array.from(x.data).slice(0, n * D) };
  const fit = ridge(first, { shape: [n, classes], data: oneHot }, (RIDGE * n) / D);
  const found = greatest(fit(rowsFrom(x, n)));
  return asked.map((label, i) => (found[i] === label ? 100 : 0));
}
