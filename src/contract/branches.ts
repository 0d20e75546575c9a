/** Runs side by side: their names, and the names of their curves and arrays. */
import { quantitiesOf, type Demo, type Metric } from "./demo.ts";

/** `"in.loss"`: what a run with branches calls the `loss` of its branch `in`. */
export const branchName = (branch: string, name: string): string => `${branch}.${name}`;

/** Undoes `branchName`: `"in.loss"` is the `loss` of `in`, and `"loss"` is of no branch. */
export function curveParts(curve: string): {
  readonly branch: string | null;
  readonly name: string;
} {
  // Names of branches may have points in them ("alpha=0.001"), those of curves have none.
  const point = curve.lastIndexOf(".");
  return { branch: point < 0 ? null : curve.slice(0, point), name: curve.slice(point + 1) };
}

/** Every curve that the demo reports, by the name that digests and claims know it by. */
export function curvesOfDemo(demo: Demo): Readonly<Record<string, Metric>> {
  const quantities = Object.entries(quantitiesOf(demo));
  if (!demo.branches) return Object.fromEntries(quantities);
  return Object.fromEntries(
    Object.entries(demo.branches).flatMap(([branch, { label }]) =>
      quantities.map(([name, metric]) => [
        branchName(branch, name),
        { ...metric, label: `${metric.label}, ${label}` },
      ]),
    ),
  );
}

/** The part of a record that belongs to one branch, under its own names. */
export function ofBranch<T>(
  record: Readonly<Record<string, T>>,
  branch: string,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([curve, value]) => {
      const parts = curveParts(curve);
      return parts.branch === branch ? [[parts.name, value]] : [];
    }),
  );
}

/** Settings that branches decide: the reader cannot. */
export const fixedByBranches = ({ branches }: Demo): ReadonlySet<string> =>
  new Set(Object.values(branches ?? {}).flatMap(({ values }) => Object.keys(values)));

type Axes = Readonly<Record<string, readonly (number | string)[]>>;

/**
 * A branch for every combination, the last axis changing fastest: `grid({ alpha: [1e-4, 1e-3], nCritic: [1, 5] })` makes
 * four, the second named "alpha=0.0001&nCritic=5".
 */
export function grid<const A extends Axes>(
  axes: A,
): Readonly<
  Record<
    string,
    { readonly label: string; readonly values: { readonly [K in keyof A]: A[K][number] } }
  >
> {
  type Cell = Readonly<Record<string, number | string>>;
  let cells: readonly Cell[] = [{}];
  for (const [name, values] of Object.entries(axes))
    cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value })));
  return Object.fromEntries(
    cells.map((values) => {
      const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
      return [
        pairs.join("&"),
        { label: pairs.join(", "), values: values as { readonly [K in keyof A]: A[K][number] } },
      ];
    }),
  );
}
