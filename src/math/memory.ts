/** Who frees what: model code never does; the engine does, with these. */
import { keep, memory, tidy, type TensorContainer } from "@tensorflow/tfjs-core";
import type { Shape, Tensor } from "./tensor.ts";
import { leaves, type Tree } from "./tree.ts";

/** Runs f and frees every tensor that it made except those in its result. */
export function scope<T extends Tree | void>(f: () => T): T {
  return tidy(f as () => TensorContainer) as T;
}

/** Frees the tensors of a tree. */
export function dispose(tree: Tree): void {
  for (const leaf of leaves(tree)) leaf.dispose();
}

/** Holds the tensors of a tree over the end of any scope, until they are freed by name. */
export function retain<T extends Tree>(tree: T): T {
  for (const leaf of leaves(tree)) keep(leaf);
  return tree;
}

/** Frees those tensors of an old state that the next one dropped. */
export function release(old: Tree, next: Tree): void {
  const kept = new Set(leaves(next));
  for (const leaf of leaves(old)) if (!kept.has(leaf)) leaf.dispose();
}

/** A tensor's numbers, row-major, as a copy of one's own. */
export async function read(
  tensor: Tensor,
): Promise<{ shape: Shape; data: Float32Array<ArrayBuffer> }> {
  // A copy: on cpu the library hands out the very array that it computes with.
  return { shape: [...tensor.shape], data: Float32Array.from(await tensor.data()) };
}

/** Tensors alive. */
export const tensorCount = (): number => memory().numTensors;
