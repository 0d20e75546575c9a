/** Rows of a table of data that a random key chooses: how batches enter a step. */
import { drawn } from "./drawn.ts";
import type { Key } from "./key.ts";
import { integers } from "./random-arrays.ts";
import type { Numbers, Tensor } from "./tensor.ts";

/** Data beside each other, one a row: [n, ...]. Bytes may stay bytes: each number counts `scale` times, 1 if not given. */
export interface Table extends Numbers {
  readonly scale?: number;
}

/** Chooses m of the rows 0 to n - 1. A pure function of the key. `choose` is one that takes none twice. */
export type Choice = (key: Key, n: number, m: number) => ArrayLike<number>;

const independent: Choice = (key, n, m) => integers(key, m, n);

/**
 * m rows of a table [n, ...] as a tensor [m, ...], chosen anew from each step's key, when it is replayed too. Without `choice`
 * they are independent, so one may come twice. The same key, choice and m choose the same rows of all tables of as many
 * rows: images and their labels are `rows(key, images, m)` and `rows(key, labels, m)`. The table's numbers must stay as they are.
 */
export function rows(key: Key, table: Table, m: number, choice: Choice = independent): Tensor {
  const { data, shape, scale = 1 } = table;
  const [n = 0, ...rest] = shape;
  const width = rest.reduce((product, size) => product * size, 1);
  if (data.length !== n * width) {
    throw new Error(`A table of shape [${shape}] holds ${n * width} numbers, not ${data.length}.`);
  }
  return drawn(key, [m, ...rest], (from, out = new Float32Array(m * width)) => {
    const chosen = choice(from, n, m);
    if (chosen.length !== m) throw new Error(`${m} rows were wanted, and ${chosen.length} chosen.`);
    for (let i = 0; i < m; i++) {
      const row = chosen[i]!;
      if (!(row >= 0 && row < n)) throw new Error(`A table of shape [${shape}] has no row ${row}.`);
      const [start, to] = [row * width, i * width];
      for (let j = 0; j < width; j++) out[to + j] = data[start + j]! * scale;
    }
    return out;
  });
}
