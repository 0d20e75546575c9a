/** Rules that name the queries of episodes, all from the same numbers: the model of arXiv:1606.04080v1, and what is simpler than it. */
import { sum } from "../../math/broadcast.ts";
import { mul, neg, square, sub, type Operand } from "../../math/elementwise.ts";
import { max } from "../../math/reduce.ts";
import { reshape } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import { exemplarSvms, logisticRegression } from "./linear-fits.ts";
import { classLogits, cosines, type Kind } from "./matching.ts";
import { prototypes } from "./prototypes.ts";

/** Supports g [e, N k, d], by class, and queries f [e, n, d] of e episodes to what is greatest at the class of the answer: [e n, N]. */
export type Rule = (g: Tensor, f: Tensor, kind: Kind) => Tensor;

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

export const byRegression: Rule = (g, f, { N }) => rows(logisticRegression(g, f, N));

export const byExemplars: Rule = (g, f, kind) => nearestOf(exemplarSvms(g, f, kind.N), kind);
