/** Rules that name the queries of episodes, all from the same numbers: the model of arXiv:1606.04080v1, and what is simpler than it. */
import { sum } from "../../math/broadcast.ts";
import { mul, neg, square, sub, type Operand } from "../../math/elementwise.ts";
import { max } from "../../math/reduce.ts";
import { concat, reshape, slice, split } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import { exemplarSvms, logisticRegression, type Counted } from "./linear-fits.ts";
import { classLogits, cosines, type Kind } from "./matching.ts";
import { prototypes } from "./prototypes.ts";

/** Supports g [e, N k, d], by class, and queries f [e, N q, d] of e episodes to what is greatest at the class of the answer: [e N q, N]. */
export type Rule = (g: Tensor, f: Tensor, kind: Kind) => Tensor;

/** The same for several numbers of shots, of which the first supports of each class are taken; k is the most that there are. */
export type ByShots = (
  g: Tensor,
  f: Tensor,
  kind: Kind,
  shots: readonly number[],
) => readonly Tensor[];

const rows = (scores: Tensor): Tensor => reshape(scores, [-1, scores.shape.at(-1)!]);
/** Of scores of supports [e, n, N k], the greatest of each class. */
const nearestOf = (scores: Tensor, { N, k }: Kind): Tensor => max(reshape(scores, [-1, N, k]), 2);

/** Eq. (1) with the cosines times s. */
export const byMatching =
  (s: Operand): Rule =>
  (g, f, kind) =>
    classLogits(rows(mul(cosines(f, g), s)), kind);

/** The class of the support that has the greatest cosine with the query. */
export const byNearest: Rule = (g, f, kind) => nearestOf(cosines(f, g), kind);

/** Minus the squared distance from the mean of each class: Snell et al., arXiv:1703.05175v2. */
export const byPrototype: Rule = (g, f, { N, k, q }) => {
  const [e, , d] = g.shape as [number, number, number];
  const c = reshape(prototypes(reshape(g, [e * N * k, d]), { N: e * N, k, q }), [e, 1, N, d]);
  return rows(neg(sum(square(sub(reshape(f, [e, -1, 1, d]), c)), -1)));
};

/** One after the other. */
export const inTurn =
  (rule: Rule): ByShots =>
  (g, f, kind, shots) =>
    shots.map((k) => rule(firstShots(g, kind, k), f, { ...kind, k }));

/** The first k supports of each class: [e, N k, d]. */
function firstShots(g: Tensor, { N, k: K }: Kind, k: number): Tensor {
  const [e, , d] = g.shape as [number, number, number];
  const first = slice(reshape(g, [e * N, K, d]), [0, 0, 0], [e * N, k, d]);
  return reshape(first, [e, N * k, d]);
}

/** All fits at once, since each takes many small steps; then `judge` makes [b n, N] of what they say. */
const fitted =
  (
    fit: (g: Tensor, f: Tensor, counted: Counted) => Tensor,
    judge: (scores: Tensor, kind: Kind) => Tensor,
  ): ByShots =>
  (g, f, kind, shots) => {
    const [e] = f.shape as [number];
    const again = (z: Tensor): Tensor => concat(shots.map(() => z));
    const counted = shots.flatMap((k) => Array.from({ length: e }, () => k));
    const scores = fit(again(g), again(f), { N: kind.N, K: kind.k, shots: counted });
    const each = shots.map(() => e * kind.N * kind.q);
    return split(judge(scores, kind), each, 0);
  };

export const byRegression = fitted(logisticRegression, rows);
export const byExemplars = fitted(exemplarSvms, nearestOf);
