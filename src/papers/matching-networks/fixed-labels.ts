/** What arXiv:1606.04080v1, section 2.2, avoids by dealing labels anew in each episode: labels that belong to classes, and a layer of them. */
import { choose } from "../../math/choice.ts";
import { fold } from "../../math/key.ts";
import { integers } from "../../math/random-arrays.ts";
import { dense } from "../../math/linear.ts";
import { slice } from "../../math/shape.ts";
import { zeros, type Tensor } from "../../math/tensor.ts";
import type { episodes } from "./draw-episodes.ts";
import { sizeOf, type Kind } from "./matching.ts";

/** A linear layer on an embedding: W [d, labels] and b [labels]. It sees no support set. */
export type Layer = { readonly W: Tensor; readonly b: Tensor };

type Choosing = ReturnType<typeof episodes>;

/** At 0 all labels are alike. */
export const initLayer = (d: number, labels: number): Layer => ({
  W: zeros([d, labels]),
  b: zeros([labels]),
});

/** An episode's embeddings [N (k + q), d] to the layer's logits of the first N labels, for its queries: [N q, N]. */
export function layerLogits({ W, b }: Layer, z: Tensor, { N, k, q }: Kind): Tensor {
  const d = z.shape[1]!;
  const f = slice(z, [N * k, 0], [N * q, d]);
  return dense(f, slice(W, [0, 0], [d, N]), slice(b, [0], [N]));
}

/**
 * One episode as `drawEpisode` in `draw-episodes.ts` makes it, but class i of the pool always has label i mod N: L takes one class of
 * each label. The pool has N classes or more.
 */
export const episodeOfFixedLabels = (kind: Kind) => ({
  rows: sizeOf(kind),
  choose(...[key, { classes, examples }, place]: Parameters<Choosing["choose"]>): void {
    const { N, k, q } = kind;
    const L = integers(fold(key, "L"), N, (l) => Math.ceil((classes - l) / N));
    for (let l = 0; l < N; l++) {
      const chosen = choose(fold(key, l), examples, k + q);
      for (let i = 0; i < k + q; i++)
        place(i < k ? l * k + i : N * k + l * q + i - k, l + N * L[l]!, chosen[i]!);
    }
  },
});

/** `count` of the classes, spread evenly over all, or as many as there are. */
export const spreadOver = <T>(classes: readonly T[], count: number): readonly T[] =>
  count >= classes.length
    ? classes
    : Array.from({ length: count }, (_, i) => classes[Math.floor((i * classes.length) / count)]!);
