import type { NDArray } from "../contract/array.ts";
import type { Named } from "../contract/weights.ts";
import { read } from "../math/memory.ts";
import { named } from "../math/tree-names.ts";
import type { Tree } from "../math/tree.ts";

/** The numbers of a tree by the names of its leaves. */
export async function arraysOf(tree: Tree): Promise<Named> {
  const arrays: [string, NDArray][] = [];
  for (const [name, leaf] of named(tree)) arrays.push([name, await read(leaf)]);
  return Object.fromEntries(arrays);
}
