/**
 * Weights, optimiser state and gradients are trees: tensors in lists and records, nested at will. Records are walked in
 * the sorted order of their keys, so that two equal trees have the same order of leaves however they were written.
 */
import { isTensor, type Tensor } from "./tensor.ts";

/** Records must be `type`s: TypeScript gives an `interface` no index signature. */
export type Tree = Tensor | readonly Tree[] | { readonly [name: string]: Tree };

/** The tensors of a tree, in order. */
export function leaves(tree: Tree): Tensor[] {
  if (isTensor(tree)) return [tree];
  return entriesOf(tree).flatMap(([, branch]) => leaves(branch));
}

/** A tree shaped like `like` with these leaves, in order. */
export function rebuild<T extends Tree>(like: T, newLeaves: readonly Tensor[]): T {
  const wanted = leaves(like).length;
  if (wanted !== newLeaves.length) {
    throw new Error(`The tree has ${wanted} leaves, and ${newLeaves.length} were given.`);
  }
  let next = 0;
  return mapTree(() => newLeaves[next++]!, like);
}

/** Applies f to each leaf of a tree, together with the leaves at the same place of other trees of the same form. */
export function mapTree<T extends Tree>(
  f: (leaf: Tensor, ...others: Tensor[]) => Tensor,
  tree: T,
  ...others: readonly Tree[]
): T {
  return mapAt("", f, tree, others) as T;
}

function mapAt(
  path: string,
  f: (leaf: Tensor, ...others: Tensor[]) => Tensor,
  tree: Tree,
  others: readonly Tree[],
): Tree {
  for (const other of others) {
    if (formOf(other) !== formOf(tree)) {
      throw new Error(
        `The trees differ ${path === "" ? "at the top" : `at ${path.slice(1)}`}: ${formOf(tree)} against ${formOf(other)}.`,
      );
    }
  }
  if (isTensor(tree)) return f(tree, ...(others as Tensor[]));
  const mapped = entriesOf(tree).map(([name, branch]): [string, Tree] => [
    name,
    mapAt(
      `${path}/${name}`,
      f,
      branch,
      others.map((other) => (other as Record<string, Tree>)[name]!),
    ),
  ]);
  // From entries: a record may well have a key such as `__proto__`.
  return Array.isArray(tree) ? mapped.map(([, branch]) => branch) : Object.fromEntries(mapped);
}

function formOf(tree: Tree): string {
  if (isTensor(tree)) return "a tensor";
  if (Array.isArray(tree)) return `a list of ${tree.length}`;
  return `a record of ${JSON.stringify(Object.keys(tree).toSorted())}`;
}

function entriesOf(tree: Exclude<Tree, Tensor>): [string, Tree][] {
  if (Array.isArray(tree)) return tree.map((branch: Tree, i) => [String(i), branch]);
  const record = tree as Readonly<Record<string, Tree>>;
  return Object.keys(record)
    .toSorted()
    .map((name) => [name, record[name]!]);
}
