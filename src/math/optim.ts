/** Optimisers as pure functions over trees; the state is a tree, like the weights, and belongs to the caller. */
import {
  add,
  div,
  maximum,
  minimum,
  mul,
  neg,
  sqrt,
  square,
  sub,
  type Operand,
} from "./elementwise.ts";
import { isRecording, runKernel, runKernels } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { ones, scalar, zeros, type Tensor } from "./tensor.ts";
import { leaves, mapTree, rebuild, type Tree } from "./tree.ts";

export interface Optimiser {
  /** The state before the first step. */
  init(params: Tree): Tree;
  /**
   * One step against the gradient. With a `bound` every weight is then held within [-bound, bound]: weight clipping. Nothing
   * given is changed.
   */
  update<P extends Tree>(
    params: P,
    grads: P,
    state: Tree,
    learningRate: Operand,
    bound?: Operand,
  ): { params: P; state: Tree };
}

/** Whether to update each tensor in one pass. That has no gradient: what is to be differentiated is composed. */
const inOnePass = (): boolean => kernelsInUse() && !isRecording();

/** The trees of several results a leaf, from what `f` gives for leaf i of each tree. */
function mapLeaves<T extends Tree>(
  count: number,
  f: (...leaf: Tensor[]) => readonly Tensor[],
  tree: T,
  ...others: readonly Tree[]
): T[] {
  const rows = [tree, ...others].map(leaves);
  const results = rows[0]!.map((_, i) => f(...rows.map((row) => row[i]!)));
  return Array.from({ length: count }, (_, k) =>
    rebuild(
      tree,
      results.map((result) => result[k]!),
    ),
  );
}

const zerosLike = (params: Tree): Tree => mapTree((p) => zeros(p.shape), params);
const asTensor = (x: Operand): Tensor => (typeof x === "number" ? scalar(x) : x);

/** An update that is then held within a bound, if there is one. */
function held<A extends unknown[]>(
  bound: Operand | undefined,
  update: (...args: A) => Tensor,
): (...args: A) => Tensor {
  if (bound === undefined) return update;
  const high = asTensor(bound);
  const low = neg(high);
  return (...args) => maximum(minimum(update(...args), high), low);
}

/** The same as an input of a kernel. */
const boundOf = (bound: Operand | undefined): Record<string, Tensor> =>
  bound === undefined ? {} : { bound: asTensor(bound) };

/** Gradient descent: w - rate g. */
export function sgd(): Optimiser {
  return {
    init: () => [],
    update(params, grads, state, learningRate, bound) {
      const rate = asTensor(learningRate);
      const also = { rate, ...boundOf(bound) };
      const step = inOnePass()
        ? (w: Tensor, g: Tensor) => runKernel("SgdStep", { w, g, ...also })
        : held(bound, (w: Tensor, g: Tensor) => sub(w, mul(rate, g)));
      return { params: mapTree((w, g) => step(w, g), params, grads), state };
    },
  };
}

/**
 * RMSProp as in PyTorch: v <- decay v + (1 - decay) g^2, w <- w - rate g / (sqrt(v) + epsilon). The library's own
 * optimiser differs: it adds epsilon under the root and its decay is .9.
 */
export function rmsprop({ decay = 0.99, epsilon = 1e-8 } = {}): Optimiser {
  return {
    init: zerosLike,
    update(params, grads, state, learningRate, bound) {
      const rate = asTensor(learningRate);
      if (inOnePass()) {
        const also = { rate, ...boundOf(bound) };
        const settings = { keep: decay, take: 1 - decay, eps: epsilon };
        const step = (w: Tensor, g: Tensor, s: Tensor) =>
          runKernels("RmspropStep", { w, g, v: s, ...also }, settings);
        const [next, squares] = mapLeaves(2, step, params, grads, state);
        return { params: next!, state: squares! };
      }
      const [keep, take, eps] = [scalar(decay), scalar(1 - decay), scalar(epsilon)];
      const v = mapTree((old, g) => average(keep, old, take, square(g)), state, grads);
      const step = held(bound, (w: Tensor, g: Tensor, s: Tensor) => descend(w, rate, g, s, eps));
      return { params: mapTree((w, g, s) => step(w, g, s), params, grads, v), state: v };
    },
  };
}

type AdamState = {
  readonly mean: Tree;
  readonly square: Tree;
  /** How much of the moving averages is filled by now: 1 - beta^t, scalars. They correct the start from zero. */
  readonly meanFilled: Tensor;
  readonly squareFilled: Tensor;
};

/**
 * Adam (Kingma and Ba, arXiv:1412.6980v9, Algorithm 1): w <- w - rate m / (sqrt(v) + epsilon) with m and v the moving averages
 * of g and g^2, bias corrected. 1 - beta^t is itself the moving average of ones, and is kept as that, which is exact
 * where a power of a float32 beta isn't.
 */
export function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}): Optimiser {
  return {
    init: (params) =>
      ({
        mean: zerosLike(params),
        square: zerosLike(params),
        meanFilled: scalar(0),
        squareFilled: scalar(0),
      }) satisfies AdamState,
    update(params, grads, state, learningRate, bound) {
      const old = state as AdamState;
      const [keep1, take1] = [scalar(beta1), scalar(1 - beta1)];
      const [keep2, take2] = [scalar(beta2), scalar(1 - beta2)];
      const one = ones([]);
      const meanFilled = average(keep1, old.meanFilled, take1, one);
      const squareFilled = average(keep2, old.squareFilled, take2, one);
      if (inOnePass()) {
        const also = {
          rate: asTensor(learningRate),
          filled1: meanFilled,
          filled2: squareFilled,
          ...boundOf(bound),
        };
        const settings = {
          keep1: beta1,
          take1: 1 - beta1,
          keep2: beta2,
          take2: 1 - beta2,
          eps: epsilon,
        };
        const step = (w: Tensor, g: Tensor, m: Tensor, v: Tensor) =>
          runKernels("AdamStep", { w, g, m, v, ...also }, settings);
        const [weights, mean, squares] = mapLeaves(3, step, params, grads, old.mean, old.square);
        return {
          params: weights!,
          state: { mean: mean!, square: squares!, meanFilled, squareFilled },
        };
      }
      const next: AdamState = {
        mean: mapTree((m, g) => average(keep1, m, take1, g), old.mean, grads),
        square: mapTree((v, g) => average(keep2, v, take2, square(g)), old.square, grads),
        meanFilled,
        squareFilled,
      };
      const rate = div(asTensor(learningRate), meanFilled);
      const eps = scalar(epsilon);
      const step = held(bound, (w: Tensor, m: Tensor, v: Tensor) =>
        descend(w, rate, m, div(v, squareFilled), eps),
      );
      return {
        params: mapTree((w, m, v) => step(w, m, v), params, next.mean, next.square),
        state: next,
      };
    },
  };
}

const average = (keep: Tensor, old: Tensor, take: Tensor, x: Tensor): Tensor =>
  add(mul(keep, old), mul(take, x));

/** w - rate g / (sqrt(v) + eps). */
const descend = (w: Tensor, rate: Tensor, g: Tensor, v: Tensor, eps: Tensor): Tensor =>
  sub(w, mul(rate, div(g, add(sqrt(v), eps))));
