/** Trees as lists of named tensors and back: the form in which they go into files. */
import { isTensor, type Tensor } from "./tensor.ts";
import { leaves, mapTree, type Tree } from "./tree.ts";

/** Leaves by the path to them, `"generator.0.W"`, in order. */
export function named(tree: Tree): [string, Tensor][] {
  const names = pathsOf("", tree);
  return leaves(tree).map((leaf, i) => [names[i]!, leaf]);
}

/** A tree formed like `like`, each leaf made by `leaf` from its name and the tensor at its place. */
export function fromNamed<T extends Tree>(like: T, leaf: (name: string, old: Tensor) => Tensor): T {
  const names = pathsOf("", like);
  let next = 0;
  return mapTree((old) => leaf(names[next++]!, old), like);
}

function pathsOf(path: string, tree: Tree): string[] {
  if (isTensor(tree)) return [path];
  return Object.keys(tree)
    .toSorted(Array.isArray(tree) ? () => 0 : undefined)
    .flatMap((key) => {
      // A point would make two paths one; a file keeps this name for itself.
      if (key === "" || key.includes(".") || key === "__metadata__")
        throw new Error(`A part of a tree that goes into a file cannot be called “${key}”.`);
      const branch = (tree as Readonly<Record<string, Tree>>)[key]!;
      return pathsOf(path === "" ? key : `${path}.${key}`, branch);
    });
}
