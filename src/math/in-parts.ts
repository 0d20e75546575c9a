/** A long table, some rows at a time. */
import { scope } from "./memory.ts";
import { concat, slice } from "./shape.ts";
import type { Tensor } from "./tensor.ts";

/**
 * f of x [n, …], which sees `rows` of its rows at a time and gives as many: [n, …]. What is made on the way is freed after each
 * part, so that the memory is that of one. Not where a gradient is taken.
 */
export function inParts(x: Tensor, rows: number, f: (part: Tensor) => Tensor): Tensor {
  const [n, ...size] = x.shape as [number, ...number[]];
  const parts = Array.from({ length: Math.ceil(n / rows) }, (_, i) =>
    scope(() => {
      const first = i * rows;
      const count = Math.min(rows, n - first);
      return f(slice(x, [first, ...size.map(() => 0)], [count, ...size]));
    }),
  );
  return concat(parts);
}
