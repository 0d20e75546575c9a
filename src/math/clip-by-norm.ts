/** Gradients held within a length. */
import { sum } from "./broadcast.ts";
import { add, div, maximum, mul, sqrt, square, type Operand } from "./elementwise.ts";
import type { Tensor } from "./tensor.ts";
import { leaves, mapTree, type Tree } from "./tree.ts";

/** The sum of the squares of all numbers of a tree. */
function sumOfSquares(tree: Tree): Tensor {
  const squares = leaves(tree).map((leaf) => sum(square(leaf)));
  if (squares.length === 0) throw new Error("A norm needs at least one tensor.");
  return squares.reduce((a, b) => add(a, b));
}

/** The Euclidean length of all numbers of a tree as one vector, a scalar; its gradient at 0 is infinite. */
export const globalNorm = (tree: Tree): Tensor => sqrt(sumOfSquares(tree));

/**
 * All numbers of a tree times min(1, most / length), their length being `globalNorm` (Pascanu et al., arXiv:1211.5063v2, Algorithm 1):
 * a tree no longer than `most`, a number above 0 or such a scalar, keeps its bits. The factor is computed either way, so the
 * step replays, and where all is 0 its gradient is finite.
 */
export function clipByNorm<T extends Tree>(grads: T, most: Operand): T {
  if (typeof most === "number" && !(most > 0))
    throw new Error(`A length to hold gradients within is above 0, not ${most}.`);
  // The root of most^2 is most, to the last bit.
  const limit = typeof most === "number" ? Math.fround(most) ** 2 : square(most);
  const factor = div(most, sqrt(maximum(sumOfSquares(grads), limit)));
  return mapTree((g) => mul(g, factor), grads);
}
