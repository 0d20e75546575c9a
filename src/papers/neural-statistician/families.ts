/** The sets of section 5.1 (ICLR 2017): each of numbers from one of several families, with a mean and a variance of its own. */
import { drawn } from "../../math/drawn.ts";
import { fold, type Key } from "../../math/key.ts";
import { log } from "../../math/portable-math.ts";
import { integers, normalArray, uniformArray } from "../../math/random-arrays.ts";
import type { Tensor } from "../../math/tensor.ts";

/** The smallest step of a uniform draw: what a logarithm is taken of is never less. */
const LEAST = 2 ** -24;
/** ours: two narrow Gaussians at ± this; their variance is what is left of 1. */
const BUMP = 0.9;

/** A number with mean 0 and variance 1, of u uniform in [0, 1) or of a standard normal. */
const standard = {
  exponential: (u) => -log(1 - u) - 1,
  gaussian: (_, normal) => normal,
  uniform: (u) => Math.sqrt(3) * (2 * u - 1),
  laplace: (u) =>
    Math.SQRT1_2 * (u < 0.5 ? log(Math.max(2 * u, LEAST)) : -log(Math.max(2 - 2 * u, LEAST))),
  /** None of the paper's. */
  bumps: (u, normal) => (u < 0.5 ? -BUMP : BUMP) + Math.sqrt(1 - BUMP ** 2) * normal,
} satisfies Record<string, (u: number, normal: number) => number>;

export type Family = keyof typeof standard;
type Range = readonly [low: number, high: number];

/** Families, all equally likely, and what means and variances are uniform in. */
export interface Collection {
  readonly families: readonly Family[];
  readonly means: Range;
  readonly variances: Range;
}

/** What sets are drawn from, one entry a set; a family is named by its place in the collection. */
interface Causes {
  readonly family: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  readonly V: ArrayLike<number>;
}

const causesOf = (key: Key, { families, means, variances }: Collection, B: number): Causes => ({
  family: integers(fold(key, "family"), B, families.length),
  mean: uniformArray(fold(key, "mean"), B, ...means),
  V: uniformArray(fold(key, "variance"), B, ...variances),
});

function setsOf(
  key: Key,
  families: readonly Family[],
  { family, mean, V }: Causes,
  out: Float32Array,
): Float32Array {
  const B = family.length;
  const S = out.length / B;
  const u = uniformArray(fold(key, "u"), B * S);
  const normal = normalArray(fold(key, "normal"), B * S);
  for (let b = 0; b < B; b++) {
    const draw = standard[families[family[b]!]!];
    const sigma = Math.sqrt(V[b]!);
    for (let i = b * S; i < (b + 1) * S; i++) out[i] = mean[b]! + sigma * draw(u[i]!, normal[i]!);
  }
  return out;
}

/** B sets of S numbers, each from a distribution drawn for it: [B, S, 1]. */
export const drawSets = (key: Key, collection: Collection, B: number, S: number): Tensor =>
  drawn(key, [B, S, 1], (from, out = new Float32Array(B * S)) =>
    setsOf(from, collection.families, causesOf(from, collection, B), out),
  );

/** What the sets that `drawSets` makes of the same key were drawn from: number of the family, mean and variance V, [B, 3]. */
export const drawCauses = (key: Key, collection: Collection, B: number): Tensor =>
  drawn(key, [B, 3], (from) => {
    const { family, mean, V } = causesOf(from, collection, B);
    return Float32Array.from(
      { length: 3 * B },
      (_, i) => [family, mean, V][i % 3]![Math.floor(i / 3)]!,
    );
  });

/** One set of S numbers of a family with this mean and variance V: [1, S, 1]. */
export const drawSet = (key: Key, family: Family, mean: number, V: number, S: number): Tensor =>
  drawn(key, [1, S, 1], (from, out = new Float32Array(S)) =>
    setsOf(from, [family], { family: [0], mean: [mean], V: [V] }, out),
  );
