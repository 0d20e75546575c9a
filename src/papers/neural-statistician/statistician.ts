/** The networks of the Neural Statistician (ICLR 2017, sections 3.2 and 3.3) with one layer of z, for items that are vectors. */
import { broadcastTo } from "../../math/broadcast.ts";
import type { Normal } from "../../math/distributions.ts";
import { clip, mul } from "../../math/elementwise.ts";
import { fold, type Key } from "../../math/key.ts";
import { heNormal, initMlp, mlp, type Initialiser, type Layer } from "../../math/nn.ts";
import { uniformArray } from "../../math/random-arrays.ts";
import { mean } from "../../math/reduce.ts";
import { concat, reshape, split } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

export interface Sizes {
  /** Units of hidden layers that each item goes through. An encoded item, and layers that a set goes through once, have twice as many. */
  readonly hidden: number;
  /** Length of a context. */
  readonly l: number;
  /** Length of an item's latent. */
  readonly dz: number;
}

/** Weights of the networks behind q, the paper's phi, and behind p, its theta. */
export type Phi = {
  /** E, an item at a time. */
  readonly encoder: readonly Layer[];
  /** F, of the average. */
  readonly afterPooling: readonly Layer[];
  readonly inference: readonly Layer[];
};
export type Theta = { readonly prior: readonly Layer[]; readonly observation: readonly Layer[] };

/** ours: biases are uniform up to this. With none, every ReLU would bend at 0, and the average of a set say nothing of its shape. */
const SPREAD = 1;
/** ours: last layers begin small, so that all Gaussians begin near the standard one. */
const SMALL = 0.1;

/** Log variances are held within these, so that a variance and its inverse stay finite. */
const LATENT = [-10, 10] as const;
/** ours: no item is predicted more sharply than to a deviation of 0.05. Much coarser, and the edge of a uniform set could not be told. */
const OBSERVED = [-6, 3] as const;

const bent: Initialiser = (key, fanIn, fanOut) => ({
  W: heNormal(key, fanIn, fanOut).W,
  b: tensor(uniformArray(fold(key, "b"), fanOut, -SPREAD, SPREAD), [fanOut]),
});

/** Layers between consecutive sizes whose last gives a Gaussian. */
const initGaussian = (key: Key, sizes: readonly number[]): readonly Layer[] =>
  initMlp(key, sizes, bent).map(({ W, b }, i) =>
    i === sizes.length - 2 ? { W: mul(W, SMALL), b: mul(b, SMALL) } : { W, b },
  );

/** Three hidden layers each, as in section 5.1; E has its three before pooling and F its three after. */
export function initNetworks(key: Key, { hidden, l, dz }: Sizes): { phi: Phi; theta: Theta } {
  const H = 2 * hidden;
  const of = (name: string): Key => fold(key, name);
  return {
    phi: {
      encoder: initMlp(of("encoder"), [1, hidden, hidden, H], bent),
      afterPooling: initGaussian(of("after pooling"), [H, H, H, H, 2 * l]),
      inference: initGaussian(of("inference"), [1 + l, hidden, hidden, hidden, 2 * dz]),
    },
    theta: {
      prior: initGaussian(of("prior"), [l, H, H, H, 2 * dz]),
      observation: initGaussian(of("observation"), [dz + l, hidden, hidden, hidden, 2]),
    },
  };
}

/** Means and log variances side by side, [..., 2 d], as a Gaussian of [..., d]. */
function gaussianOf(y: Tensor, [low, high]: readonly [number, number]): Normal {
  const d = y.shape.at(-1)! / 2;
  const [mu, logVar] = split(y, [d, d]);
  return { mean: mu!, logVar: clip(logVar!, low, high) };
}

/** The context of each set beside each of its items: x [B, S, n] and c [B, l] give [B, S, n + l]. */
function beside(x: Tensor, c: Tensor): Tensor {
  const [B, S] = x.shape as [number, number];
  const l = c.shape[1]!;
  return concat([x, broadcastTo(reshape(c, [B, 1, l]), [B, S, l])], 2);
}

/** v, the average of the encoded items e_s = E(x_s) of each set: [B, S, 1] to [B, H]. */
const pooled = ({ encoder }: Pick<Phi, "encoder">, x: Tensor): Tensor =>
  mean(mlp(encoder, x, { last: "relu" }), 1);

/** q(c | D) of v [B, H]: the network F after pooling, section 3.3. */
const contextOf = ({ afterPooling }: Pick<Phi, "afterPooling">, v: Tensor): Normal =>
  gaussianOf(mlp(afterPooling, v), LATENT);

/** q(c | D) of sets x [B, S, 1]: the statistic network, a Gaussian of [B, l]. */
export const statistic = (phi: Phi, x: Tensor): Normal => contextOf(phi, pooled(phi, x));

/** q(z | x, c) of items x [B, S, 1] and contexts c [B, l]: [B, S, dz]. */
export const inference = (phi: Phi, x: Tensor, c: Tensor): Normal =>
  gaussianOf(mlp(phi.inference, beside(x, c)), LATENT);

/** p(z | c), the same for all items of a set: [B, 1, dz]. */
export function prior({ prior: layers }: Theta, c: Tensor): Normal {
  const [B, l] = c.shape as [number, number];
  return gaussianOf(mlp(layers, reshape(c, [B, 1, l])), LATENT);
}

/** p(x | z, c) of z [B, S, dz] and c [B, l]: [B, S, 1]. */
export const observation = (theta: Theta, z: Tensor, c: Tensor): Normal =>
  gaussianOf(mlp(theta.observation, beside(z, c)), OBSERVED);
