/** What a claim expects of its runs, as data: `mean(a.em, 0.5..1) < 0.3 and modes >= 8`. */
import { branchName } from "../contract/branches.ts";

export type RunName = "a" | "b";

/** A metric or measure; of which run is said where the claim compares two, of which branch where the demo has some. */
export interface Curve {
  readonly run: RunName | null;
  readonly branch: string | null;
  readonly name: string;
}

/** Shares of the run's length, from 0 to 1, ends included. */
export type Span = readonly [number, number];
export const WHOLE: Span = [0, 1];

export const SUMMARIES = ["mean", "min", "max"] as const;

/** A number that one seed's runs give. */
export type Quantity =
  /** The newest value. */
  | { readonly kind: "end"; readonly of: Curve }
  | { readonly kind: (typeof SUMMARIES)[number]; readonly of: Curve; readonly span: Span }
  /** Spearman's rank correlation over the run. */
  | { readonly kind: "rank"; readonly of: Curve; readonly and: Curve; readonly span: Span };

export type Term = number | Quantity;
export const RELATIONS = ["<", "<=", ">", ">=", "="] as const;

export type Comparison =
  | { readonly relation: (typeof RELATIONS)[number]; readonly left: Term; readonly right: Term }
  | { readonly relation: "in"; readonly left: Quantity; readonly bounds: Span };

/** All of them must hold. */
export type Expectation = readonly Comparison[];

/** `a.in.em`, `'alpha=0.001&nCritic=5'.em`: what is no plain name, or could be one of the runs, stands in quotes. */
export const curveText = ({ run, branch, name }: Curve): string =>
  [run, branch === null ? null : branchText(branch), nameText(name)]
    .filter((part) => part !== null)
    .join(".");

const nameText = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
const branchText = (branch: string): string =>
  branch === "a" || branch === "b" ? `'${branch}'` : nameText(branch);

const spanText = ([from, to]: Span): string => (from === 0 && to === 1 ? "" : `, ${from}..${to}`);

/** The text that reads back as this quantity. */
export function quantityText(quantity: Quantity): string {
  const { kind, of } = quantity;
  if (kind === "end") return curveText(of);
  const other = kind === "rank" ? `, ${curveText(quantity.and)}` : "";
  return `${kind}(${curveText(of)}${other}${spanText(quantity.span)})`;
}

const termText = (term: Term): string =>
  typeof term === "number" ? String(term) : quantityText(term);

/** The text that reads back as this expectation: one text for all ways of writing it. */
export const expectationText = (expectation: Expectation): string =>
  expectation
    .map((one) =>
      one.relation === "in"
        ? `${quantityText(one.left)} in [${one.bounds.join(", ")}]`
        : `${termText(one.left)} ${one.relation} ${termText(one.right)}`,
    )
    .join(" and ");

/** The quantities that it speaks of, each once, in order. */
export function quantitiesOf(expectation: Expectation): Quantity[] {
  const terms = expectation.flatMap((one) =>
    one.relation === "in" ? [one.left] : [one.left, one.right],
  );
  const quantities = terms.filter((term) => typeof term !== "number");
  return [...new Map(quantities.map((one) => [quantityText(one), one])).values()];
}

/** What a run calls it: `"in.em"`. */
export const curveName = ({ branch, name }: Curve): string =>
  branch === null ? name : branchName(branch, name);

/** The curves that a quantity is made of. */
export const curvesOf = (quantity: Quantity): Curve[] =>
  quantity.kind === "rank" ? [quantity.of, quantity.and] : [quantity.of];
