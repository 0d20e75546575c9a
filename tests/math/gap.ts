import { read } from "../../src/math/memory.ts";
import type { Tensor } from "../../src/math/tensor.ts";

/** The largest difference, in units of the largest number wanted. */
export async function gap(found: Tensor, wanted: readonly number[]): Promise<number> {
  const { data } = await read(found);
  if (data.length !== wanted.length) return Infinity;
  return (
    Math.max(...wanted.map((value, i) => Math.abs(data[i]! - value))) /
    Math.max(...wanted.map(Math.abs))
  );
}
