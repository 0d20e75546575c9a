/** What an expectation's quantities are on given curves, and whether it holds. */
import type { Points } from "../contract/protocol.ts";
import { between, meansBetween, rankCorrelation } from "../contract/curve-arithmetic.ts";
import { NO_POINTS } from "../contract/no-points.ts";
import { last } from "../contract/last.ts";
import {
  curveName,
  curvesOf,
  quantityText,
  type Curve,
  type Expectation,
  type Quantity,
  type Term,
} from "./expectation.ts";

/** All curves of one run. */
export type RunSeries = Readonly<Record<string, Points>>;
/** The runs of one seed; a claim about one run calls it `a`. */
export type RunsOfSeed = Readonly<{ a: RunSeries; b?: RunSeries }>;

/** One seed's value after `steps` steps; NaN where the curves are too short to say. */
export function measureQuantity(quantity: Quantity, runs: RunsOfSeed, steps: number): number {
  const [from, to] = quantity.kind === "end" ? [0, 1] : quantity.span;
  const part = (curve: Curve): Points => {
    const series = curve.run === "b" ? runs.b! : runs.a;
    return between(series[curveName(curve)] ?? NO_POINTS, from * steps, to * steps);
  };
  const parts = curvesOf(quantity).map(part);
  const [of, and] = parts as [Points, Points];
  const values = [...of.values];
  if (values.length === 0) return Number.NaN;
  switch (quantity.kind) {
    case "end":
      return last(of);
    case "mean":
      return values.reduce((sum, x) => sum + x, 0) / values.length;
    case "min":
      return values.reduce((a, b) => Math.min(a, b));
    case "max":
      return values.reduce((a, b) => Math.max(a, b));
    case "rank":
      return rankOf(of, and);
  }
}

/** A curve of every step is averaged between the points of one that is taken now and then. */
function rankOf(a: Points, b: Points): number {
  if (a.values.length === b.values.length) return rankCorrelation([...a.values], [...b.values]);
  const [dense, sparse] = a.values.length > b.values.length ? [a, b] : [b, a];
  return rankCorrelation(meansBetween(dense, sparse), [...sparse.values].slice(1));
}

/** Whether it holds for measured quantities, looked up by their text. NaN fails every comparison. */
export function holds(
  expectation: Expectation,
  measured: Readonly<Record<string, number>>,
): boolean {
  const value = (term: Term): number =>
    typeof term === "number" ? term : measured[quantityText(term)]!;
  return expectation.every((one) => {
    const left = value(one.left);
    if (one.relation === "in") return left >= one.bounds[0] && left <= one.bounds[1];
    const right = value(one.right);
    switch (one.relation) {
      case "<":
        return left < right;
      case "<=":
        return left <= right;
      case ">":
        return left > right;
      case ">=":
        return left >= right;
      case "=":
        return left === right;
    }
  });
}
