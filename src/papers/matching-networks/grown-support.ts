/** Support sets that grow by classes or by shots from five classes of five, read at once or in passes over parts of them. */
import { sum } from "../../math/broadcast.ts";
import { choose } from "../../math/choice.ts";
import { fold, type Key } from "../../math/key.ts";
import { gather } from "../../math/linear.ts";
import { log, maximum, mul, neg } from "../../math/elementwise.ts";
import { reshape, transpose } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import { embedQueries } from "./full-context.ts";
import { embedTogether } from "./side-by-side.ts";
import { attend, type Way } from "./support-orders.ts";

/** Classes and shots at first; only of these classes there are queries. */
export const FIRST = 5;
/** Examples of each of them at most, and classes at most. */
const MOST = 200;
/** Rows of the first classes' examples, and of all supports. */
const FIRST_ROWS = FIRST * MOST;
const ROWS = FIRST_ROWS + (MOST - FIRST) * FIRST;

export type Growth = "classes" | "shots";

export const rowsWith = (q: number): number => ROWS + FIRST * q;

/**
 * Draws all that the largest support sets of both kinds need: 200 examples of each of five classes, five of each of 195 others, and
 * below them q queries of each of the five. A pure function of the key.
 */
export function drawGrowing(
  key: Key,
  q: number,
  pool: { readonly classes: number; readonly examples: number },
  place: (row: number, from: number, example: number) => void,
): void {
  const L = choose(fold(key, "L"), pool.classes, MOST);
  L.forEach((from, l) => {
    const asked = l < FIRST;
    const k = asked ? MOST : FIRST;
    const row = asked ? l * MOST : FIRST_ROWS + (l - FIRST) * FIRST;
    const chosen = choose(fold(key, l), pool.examples, k + q);
    for (let i = 0; i < k; i++) place(row + i, from, chosen[i]!);
    if (asked) for (let i = 0; i < q; i++) place(ROWS + l * q + i, from, chosen[k + i]!);
  });
}

/**
 * A support set of m among those rows, and the class of each: 0 to 4 have queries. Examples come in turns, one of each class and
 * then the next, with the five at even distances among the others.
 */
export function supportOf(
  by: Growth,
  m: number,
): { readonly rows: Int32Array; readonly classes: Int32Array } {
  const N = by === "classes" ? m / FIRST : FIRST;
  const apart = N / FIRST;
  const rows = new Int32Array(m);
  const classes = new Int32Array(m);
  for (let r = 0; r < m; r++) {
    const [place, i] = [r % N, Math.floor(r / N)];
    const asked = Math.floor(place / apart);
    const other = place - asked - 1;
    const own = place % apart === 0;
    rows[r] = own ? asked * MOST + i : FIRST_ROWS + other * FIRST + i;
    classes[r] = own ? asked : FIRST + other;
  }
  return { rows, classes };
}

/** Support sets of plain features g' [e, m, d] with queries f' [e, n, d], read in passes over `size` supports each, as they stand. */
export interface Reading {
  readonly g: Tensor;
  readonly f: Tensor;
  readonly size: number;
}

/**
 * For each reading the attention of its queries, averaged over the passes: every support is read once, in the company of its part
 * alone. With `size` m it is the attention of eq. (1). Rows sum to one: [e, n, m]. What several readings have to do in turn is done
 * for all of them at once.
 */
export function attendInPasses(way: Way, readings: readonly Reading[]): Tensor[] {
  const { context, K } = way;
  const parts = readings.map(inParts);
  const supports = parts.map(({ g }) => g);
  const seen = context ? embedTogether(context, supports) : supports;
  return readings.map(({ g: { shape } }, i) => {
    const [g, { f, passes }] = [seen[i]!, parts[i]!];
    const [e, m] = shape as [number, number];
    const [, n] = f.shape as [number, number];
    const queries = context ? embedQueries(context, f, g, K).f : f;
    const { a } = attend({ ...way, context: null }, g, queries);
    const each = transpose(reshape(a, [e, passes, n, m / passes]), [0, 2, 1, 3]);
    return mul(reshape(each, [e, n, m]), 1 / passes);
  });
}

/** Each pass as a support set of its own, with all queries. */
function inParts({ g, f, size }: Reading) {
  const [e, m, d] = g.shape as [number, number, number];
  const [, n] = f.shape as [number, number];
  const passes = m / size;
  const again = Int32Array.from(
    { length: e * passes * n },
    (_, i) => Math.floor(i / (passes * n)) * n + (i % n),
  );
  return {
    g: reshape(g, [e * passes, size, d]),
    f: reshape(gather(reshape(f, [e * n, d]), again), [e * passes, n, d]),
    passes,
  };
}

/** What a logarithm is taken of at least; a weight so small adds nothing to an entropy. */
const TINY = 1e-30;

/** Entropy of weights that sum to one along the last axis, nats: log m where m weights are alike. */
export const entropyOf = (a: Tensor): Tensor => neg(sum(mul(a, log(maximum(a, TINY))), -1));
