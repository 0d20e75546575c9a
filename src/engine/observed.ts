/** Arrays that a program makes for others to read. */
import type { NDArray } from "../contract/array.ts";
import { dispose, read, scope } from "../math/memory.ts";
import type { Tensor } from "../math/tensor.ts";
import { leaves, type Tree } from "../math/tree.ts";

/** Reads what `make` makes, then frees it, but for what others hold by then. */
export async function readMade(
  heldBy: () => Tree,
  make: () => Record<string, Tensor>,
): Promise<Record<string, NDArray>> {
  const made = scope(make);
  const arrays: Record<string, NDArray> = {};
  for (const [name, tensor] of Object.entries(made)) arrays[name] = await read(tensor);
  const held = new Set(leaves(heldBy()));
  for (const tensor of new Set(Object.values(made))) if (!held.has(tensor)) dispose(tensor);
  return arrays;
}
