/** What the runs of a claim say about it. */
import {
  curvesOf,
  quantitiesOf,
  quantityText,
  type Quantity,
} from "../../src/claims/expectation.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { holds, measureQuantity, type RunsOfSeed } from "../../src/claims/evaluate.ts";
import type { MeasuredQuantity } from "../../src/claims/result.ts";
import type { ComputedRun } from "./compute.ts";
import type { Demos } from "./demo-programs.ts";
import { claimRunWords, quantityWords } from "./words.ts";

/** A difference in the eighth digit is none; runs that part ways differ in the first few. */
const DIGITS = 7;

export interface Judgement {
  readonly runs: readonly string[];
  readonly measured: readonly MeasuredQuantity[];
  readonly agree: readonly boolean[];
  readonly holds: boolean;
}

/** `runs[i]` are those of the claim's seed i. The verdict is that of the rounded values: the file can be checked by itself. */
export function judge(
  claim: Claim,
  runs: readonly (readonly ComputedRun[])[],
  demos: Demos,
): Judgement {
  const measured = quantitiesOf(claim.expect).map((quantity) => ({
    is: quantityText(quantity),
    says: quantityWords(quantity, claim, demos),
    values: runs.map(([a, b]) => {
      if (endedBy(quantity, [a!, b]) <= claim.steps) return null;
      const series: RunsOfSeed = b ? { a: a!.series, b: b.series } : { a: a!.series };
      const value = Number(measureQuantity(quantity, series, claim.steps).toPrecision(DIGITS));
      return Number.isFinite(value) ? value : null;
    }),
  }));
  return { runs: claimRunWords(claim, demos), measured, ...verdictOf(claim, measured) };
}

/** The step at which one of the runs, or a branch that the quantity is about, ended early; Infinity where none did. */
function endedBy(quantity: Quantity, runs: readonly [ComputedRun, ComputedRun?]): number {
  const branches = curvesOf(quantity).map(({ run, branch }) => {
    const { lostAt } = runs[run === "b" ? 1 : 0]!;
    return (branch === null ? undefined : lostAt[branch]) ?? Infinity;
  });
  return Math.min(...branches, ...runs.map((run) => run?.brokeAt ?? Infinity));
}

/** What follows from measured values. */
export function verdictOf(
  { expect, needed, seeds }: Claim,
  measured: readonly Pick<MeasuredQuantity, "is" | "values">[],
): Pick<Judgement, "agree" | "holds"> {
  const agree = seeds.map((_, i) =>
    holds(
      expect,
      Object.fromEntries(measured.map(({ is, values }) => [is, values[i] ?? Number.NaN])),
    ),
  );
  return { agree, holds: agree.filter(Boolean).length >= needed };
}
