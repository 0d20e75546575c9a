/** Optimisers as pure functions over trees; the state is a tree, like the weights, and belongs to the caller. */
import { add, clip, div, mul, sqrt, square, sub, type Operand } from "./elementwise.ts";
import { ones, scalar, zeros, type Tensor } from "./tensor.ts";
import { mapTree, type Tree } from "./tree.ts";

export interface Optimiser {
  /** The state before the first step. */
  init(params: Tree): Tree;
  /** One step against the gradient. Nothing given is changed. */
  update<P extends Tree>(
    params: P,
    grads: P,
    state: Tree,
    learningRate: Operand,
  ): { params: P; state: Tree };
}

const zerosLike = (params: Tree): Tree => mapTree((p) => zeros(p.shape), params);
const asTensor = (x: Operand): Tensor => (typeof x === "number" ? scalar(x) : x);

/** Gradient descent: w - rate g. */
export function sgd(): Optimiser {
  return {
    init: () => [],
    update(params, grads, state, learningRate) {
      const rate = asTensor(learningRate);
      return { params: mapTree((w, g) => sub(w, mul(rate, g)), params, grads), state };
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
    update(params, grads, state, learningRate) {
      const [keep, take, eps] = [scalar(decay), scalar(1 - decay), scalar(epsilon)];
      const rate = asTensor(learningRate);
      const v = mapTree((old, g) => average(keep, old, take, square(g)), state, grads);
      return {
        params: mapTree((w, g, s) => descend(w, rate, g, s, eps), params, grads, v),
        state: v,
      };
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
    update(params, grads, state, learningRate) {
      const old = state as AdamState;
      const [keep1, take1] = [scalar(beta1), scalar(1 - beta1)];
      const [keep2, take2] = [scalar(beta2), scalar(1 - beta2)];
      const one = ones([]);
      const next: AdamState = {
        mean: mapTree((m, g) => average(keep1, m, take1, g), old.mean, grads),
        square: mapTree((v, g) => average(keep2, v, take2, square(g)), old.square, grads),
        meanFilled: average(keep1, old.meanFilled, take1, one),
        squareFilled: average(keep2, old.squareFilled, take2, one),
      };
      const rate = div(asTensor(learningRate), next.meanFilled);
      const eps = scalar(epsilon);
      return {
        params: mapTree(
          (w, m, v) => descend(w, rate, m, div(v, next.squareFilled), eps),
          params,
          next.mean,
          next.square,
        ),
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

/** Every weight held within [low, high]: weight clipping. */
export const clipTree = <T extends Tree>(tree: T, low: number, high: number): T =>
  mapTree((w) => clip(w, low, high), tree);
