/** Multilayer perceptrons. */
import { fold, type Key } from "./key.ts";
import { dense, type Activation } from "./linear.ts";
import { normalArray, uniformArray } from "./random-arrays.ts";
import { tensor, zeros, type Tensor } from "./tensor.ts";

/** One affine map: W is [in, out], b is [out]. */
export type Layer = { readonly W: Tensor; readonly b: Tensor };

/** Draws the first weights of a layer. */
export type Initialiser = (key: Key, fanIn: number, fanOut: number) => Layer;

/** W from N(0, 2 / fanIn), b = 0: for ReLU (He et al., arXiv:1502.01852v1, eq. 10). */
export const heNormal: Initialiser = (key, fanIn, fanOut) => {
  const deviation = Math.sqrt(2 / fanIn);
  const values = normalArray(fold(key, "W"), fanIn * fanOut).map((z) => z * deviation);
  return { W: tensor(values, [fanIn, fanOut]), b: zeros([fanOut]) };
};

/** W uniform within sqrt(6 / (fanIn + fanOut)), b = 0: for tanh and sigmoid (Glorot and Bengio 2010, eq. 16). */
export const glorotUniform: Initialiser = (key, fanIn, fanOut) => {
  const bound = Math.sqrt(6 / (fanIn + fanOut));
  const values = uniformArray(fold(key, "W"), fanIn * fanOut, -bound, bound);
  return { W: tensor(values, [fanIn, fanOut]), b: zeros([fanOut]) };
};

/** W and b uniform within 1 / sqrt(fanIn): the default of PyTorch's Linear. */
export const fanInUniform: Initialiser = (key, fanIn, fanOut) => {
  const bound = 1 / Math.sqrt(fanIn);
  return {
    W: tensor(uniformArray(fold(key, "W"), fanIn * fanOut, -bound, bound), [fanIn, fanOut]),
    b: tensor(uniformArray(fold(key, "b"), fanOut, -bound, bound), [fanOut]),
  };
};

/** Layers between consecutive sizes: `[2, 64, 64, 1]` gives three. */
export function initMlp(
  key: Key,
  sizes: readonly number[],
  initialiser = heNormal,
): readonly Layer[] {
  return sizes.slice(1).map((size, i) => initialiser(fold(key, i), sizes[i]!, size));
}

/** The layers in turn, ReLU between them, the last one linear unless told otherwise: x is [..., sizes[0]]. */
export function mlp(
  layers: readonly Layer[],
  x: Tensor,
  { last = "linear" }: { readonly last?: Activation } = {},
): Tensor {
  const end = layers.length - 1;
  return layers.reduce((h, { W, b }, i) => dense(h, W, b, i < end ? "relu" : last), x);
}
