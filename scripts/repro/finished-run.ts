/** A run computed to its end, or to where it broke off. */
import { curveParts } from "../../src/contract/branches.ts";
import { NO_POINTS } from "../../src/contract/no-points.ts";
import { last } from "../../src/contract/last.ts";
import type { Fault, Points } from "../../src/contract/protocol.ts";
import { runHeadless, type HeadlessOptions } from "../../src/engine/headless.ts";
import { RunFault } from "../../src/engine/run-fault.ts";
import { digestOf } from "../../src/receipts/digest.ts";

export interface FinishedRun {
  readonly seed: number;
  readonly series: Readonly<Record<string, Points>>;
  readonly digest: string;
  /** Branches that ended early, while others went to the end. */
  readonly lost: Readonly<Record<string, Fault>>;
  /** Why all of it ended early, if it did. */
  readonly fault: string | null;
}

export async function finishedRun(options: HeadlessOptions): Promise<FinishedRun> {
  const { seed, steps } = options;
  try {
    const { series, lost } = await runHeadless(options);
    return { seed, series, digest: await digestOf(series, steps), lost, fault: null };
  } catch (error) {
    if (!(error instanceof RunFault)) throw error;
    return { seed, series: {}, digest: await digestOf({}, 0), lost: {}, fault: error.message };
  }
}

/** Where a curve ended; NaN where it ended early. */
export function endOfCurve({ series, lost }: FinishedRun, name: string): number {
  const { branch } = curveParts(name);
  const early = branch !== null && Object.hasOwn(lost, branch);
  return early ? Number.NaN : last(series[name] ?? NO_POINTS);
}
