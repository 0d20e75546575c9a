/** What replaying the claims of the notes gave: the entries of `notes/claims.json`. */

export interface MeasuredQuantity {
  /** As the claim writes it: `mean(a.em, 0.5..1)`. */
  readonly is: string;
  /** In words, of which run where there are two. */
  readonly says: string;
  /** One value a seed, seven digits; null where the run broke off or the curves cannot say. */
  readonly values: readonly (number | null)[];
}

export interface ClaimResult {
  /** Demo ids to names of the code that was run. */
  readonly code: Readonly<Record<string, string>>;
  /** Each run's settings in words. */
  readonly runs: readonly string[];
  readonly seeds: readonly number[];
  readonly measured: readonly MeasuredQuantity[];
  /** For each seed, whether the expectation held. */
  readonly agree: readonly boolean[];
  /** Whether enough seeds agreed. */
  readonly holds: boolean;
  /** The commit whose code was run; null outside a repository. */
  readonly commit: string | null;
  /** ISO date. */
  readonly date: string;
  /** Processor time that computing it took, s: for choosing what a quick test can repeat. */
  readonly seconds: number;
}

/** By the claim's key. */
export type ClaimResults = Readonly<Record<string, ClaimResult>>;

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Of the values that are numbers; null where none is. */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return null;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, least, most };
}

/** Three significant digits, for readers: `1,230`, `−0.0312`. */
export const shownNumber = (value: number): string =>
  value.toLocaleString("en-US", { maximumSignificantDigits: 3 }).replace("-", "−");

/** "8 (8 to 8)", the median and the range; a single value stands alone. */
export function shownSpread(values: readonly (number | null)[]): string {
  const spread = spreadOf(values);
  if (!spread) return "not measurable";
  const { median, least, most } = spread;
  if (values.length === 1) return shownNumber(median);
  return `${shownNumber(median)} (${shownNumber(least)} to ${shownNumber(most)})`;
}
