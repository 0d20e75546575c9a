/** Cases in the words of jax-js, a step compiled as a whole. It counts references: each use of an array but the last is a `.ref`. */
import { jit, nn, numpy as np, tree, type Array as Jax } from "@jax-js/jax";
import { layers } from "./numbers.ts";
import type { Trainer } from "./trainer.ts";

export type { Jax };

export type JaxTree = Jax | JaxTree[] | { [name: string]: JaxTree };

/** Numbers as an array of this shape. */
export const array = (values: Float32Array, shape: number[]): Jax =>
  np.array(values).reshape(shape);

/** A trainer of a step from state and inputs to the loss and the next state. */
export function train<S extends JaxTree>(
  first: S,
  inputs: (i: number) => Jax[],
  step: (state: S, ...inputs: Jax[]) => [Jax, S],
): Trainer {
  let state = first;
  const compiled = jit(step as never) as unknown as typeof step & { dispose(): void };
  return {
    step(i) {
      const [loss, next] = compiled(state, ...inputs(i));
      state = next;
      return loss.dataSync()[0]!;
    },
    close() {
      tree.dispose(state as never);
      compiled.dispose();
    },
  };
}

export type Layers = { W: Jax; b: Jax }[];

/** First weights of an MLP. */
export const initLayers = (name: string, sizes: readonly number[]): Layers =>
  layers(name, sizes).map(({ W, b, fanIn, fanOut }) => ({
    W: array(W, [fanIn, fanOut]),
    b: array(b, [fanOut]),
  }));

/** The layers in turn, ReLU between them, the last one linear. */
export const mlp = (weights: Layers, x: Jax): Jax =>
  weights.reduce((h, { W, b }, i) => {
    const y = np.matmul(h, W).add(b);
    return i < weights.length - 1 ? nn.relu(y) : y;
  }, x);

/** One more use of every array of a tree. */
export const again = <T extends JaxTree>(value: T): T => tree.ref(value as never);

/** Zeros of the shapes of a tree, which stays. */
export const zerosLike = <T extends JaxTree>(value: T): T =>
  tree.map((leaf: Jax) => np.zeros(leaf.shape), value as never);

/** Applies f to the leaves at the same place, and puts its results, one after the other, into trees like the first. */
export function mapLeaves<T extends JaxTree>(
  f: (...leaf: Jax[]) => Jax[],
  first: T,
  ...others: JaxTree[]
): T[] {
  const rows = [first, ...others].map((each) => tree.leaves(each as never) as unknown as Jax[]);
  const form = tree.structure(first as never);
  const results = rows[0]!.map((_, k) => f(...rows.map((row) => row[k]!)));
  return results[0]!.map(
    (_, k) =>
      tree.unflatten(
        form,
        results.map((result) => result[k]!),
      ) as unknown as T,
  );
}

const [BETA1, BETA2, EPS] = [0.9, 0.999, 1e-8];

/** How much of Adam's averages is filled at step i, counted from 0: inputs of `adam`. */
export const filled = (i: number): Jax[] =>
  [BETA1, BETA2].map((beta) => np.array(new Float32Array([1 - beta ** (i + 1)])));

/** Adam: the next weights and both averages. Consumes all but `filled1` and `filled2`. */
export const adam = <T extends JaxTree>(
  weights: T,
  slopes: T,
  m: T,
  v: T,
  filled1: Jax,
  filled2: Jax,
  rate: number,
): T[] =>
  mapLeaves(
    (w, g, oldM, oldV) => {
      const nextM = oldM.mul(BETA1).add(g.ref.mul(1 - BETA1));
      const nextV = oldV.mul(BETA2).add(np.square(g).mul(1 - BETA2));
      const size = np.sqrt(nextV.ref.div(filled2.ref)).add(EPS);
      return [w.sub(nextM.ref.div(filled1.ref).mul(rate).div(size)), nextM, nextV];
    },
    weights,
    slopes,
    m,
    v,
  );
