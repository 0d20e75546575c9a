/** Looking through rows of plain numbers. */
import type { Numbers } from "./tensor.ts";

/** For each of the rows of `queries` [q, d] the index of the row of `table` [n, d] at the least Euclidean distance, of equal ones the first. */
export function nearest(queries: Numbers, table: Numbers): Int32Array {
  const [q, d] = queries.shape;
  const [n, width] = table.shape;
  if (queries.shape.length !== 2 || table.shape.length !== 2 || d !== width || n === 0) {
    throw new Error(`Rows [${queries.shape}] can't be looked for among rows [${table.shape}].`);
  }
  return Int32Array.from({ length: q! }, (_, i) => {
    let [best, least] = [0, Infinity];
    for (let j = 0; j < n!; j++) {
      let distance = 0;
      for (let k = 0; k < d!; k++) {
        distance += (queries.data[i * d! + k]! - table.data[j * d! + k]!) ** 2;
      }
      if (distance < least) [best, least] = [j, distance];
    }
    return best;
  });
}

/** For each row of [m, k] the place of its greatest number, of equal ones the first. */
export function greatest({ shape, data }: Numbers): Int32Array {
  const [m, k] = shape;
  if (shape.length !== 2 || k === 0) throw new Error(`Shape [${shape}] has no greatest of a row.`);
  return Int32Array.from({ length: m! }, (_, i) => {
    let best = 0;
    for (let j = 1; j < k!; j++) if (data[i * k! + j]! > data[i * k! + best]!) best = j;
    return best;
  });
}
