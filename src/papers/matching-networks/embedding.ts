/** The CNN of arXiv:1606.04080v1, section 4.1.1, which embeds queries and supports alike (f = g), with statistics for single pictures. */
import { add, mul } from "../../math/elementwise.ts";
import { conv3x3, maxPool2x2 } from "../../math/conv.ts";
import { fold, type Key } from "../../math/key.ts";
import { batchNorm, batchNormWith, moments, type Moments } from "../../math/norm.ts";
import { normalArray } from "../../math/random-arrays.ts";
import { reshape, slice } from "../../math/shape.ts";
import { ones, tensor, zeros, type Tensor } from "../../math/tensor.ts";

/** Convolution [3, 3, in, out] and, of its batch norm, gain and bias [out]. */
export type Block = { readonly W: Tensor; readonly gain: Tensor; readonly bias: Tensor };
/** θ: four blocks. */
export type Embedding = readonly Block[];
/** Mean and variance [channels] of what each block's batch norm is given. */
export type Statistics = readonly Moments[];

const BLOCKS = 4;
/** Ours: how many pictures of an episode the stored statistics are taken of, its first supports, and what share they count for. */
const SEEN = 10;
const NEW = 0.03;

/** d is the number of channels: 28 by 28 pixels become 14, 7, 3 and 1. Filters from N(0, 2 / fan-in), ours as the paper has none. */
export const initEmbedding = (key: Key, channels: number): Embedding =>
  Array.from({ length: BLOCKS }, (_, i) => {
    const from = i === 0 ? 1 : channels;
    const deviation = Math.sqrt(2 / (9 * from));
    const values = normalArray(fold(key, i), 9 * from * channels).map((z) => z * deviation);
    return {
      W: tensor(values, [3, 3, from, channels]),
      gain: ones([channels]),
      bias: zeros([channels]),
    };
  });

const asRows = (h: Tensor): Tensor => reshape(h, [h.shape[0], -1]);

/**
 * Pictures [n, 28, 28, 1] to rows [n, d], in each block a convolution, batch norm, ReLU and 2 by 2 pooling. Batch norm takes
 * the statistics of these n pictures, which are returned as `seen`.
 */
export function embed(theta: Embedding, x: Tensor): { z: Tensor; seen: Statistics } {
  const seen: Moments[] = [];
  let h = x;
  for (const { W, gain, bias } of theta) {
    const sums = conv3x3(h, W);
    const some = Math.min(SEEN, sums.shape[0]);
    seen.push(moments(slice(sums, [0, 0, 0, 0], [some, ...sums.shape.slice(1)]), [0, 1, 2]));
    h = maxPool2x2(batchNorm(sums, gain, bias, "relu"));
  }
  return { z: asRows(h), seen };
}

/** The same by stored statistics: each picture is embedded as if it were alone. */
export const embedAlone = (theta: Embedding, statistics: Statistics, x: Tensor): Tensor =>
  asRows(
    theta.reduce(
      (h, { W, gain, bias }, i) =>
        maxPool2x2(batchNormWith(conv3x3(h, W), statistics[i]!, gain, bias, "relu")),
      x,
    ),
  );

/** Moving averages of the statistics. */
export const averaged = (old: Statistics, seen: Statistics): Statistics =>
  old.map(({ mean, variance }, i) => ({
    mean: add(mul(mean, 1 - NEW), mul(seen[i]!.mean, NEW)),
    variance: add(mul(variance, 1 - NEW), mul(seen[i]!.variance, NEW)),
  }));
