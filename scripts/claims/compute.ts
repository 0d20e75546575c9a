/** One run of a claim, computed here. */
import type { RunSeries } from "../../src/claims/evaluate.ts";
import { runHeadless, type HeadlessResult } from "../../src/engine/headless.ts";
import { RunFault } from "../../src/engine/run-fault.ts";
import { publicFiles as files } from "../checkout/public-file.ts";
import type { DemoProgram } from "./demo-programs.ts";
import type { PlannedRun } from "./schedule.ts";

export interface ComputedRun {
  readonly steps: number;
  readonly series: RunSeries;
  /** The step at which its numbers stopped being finite; the curves end before. */
  readonly brokeAt?: number;
  /** The same of single branches, while others went on. */
  readonly lostAt: Readonly<Record<string, number>>;
  /** Of processor time: a machine that is busy with other things says the same. */
  readonly seconds: number;
}

/** A backend must be in use. */
export async function computeRun(
  { demo, program }: DemoProgram,
  { params, seed, steps }: PlannedRun,
  onStep?: (step: number) => void,
): Promise<ComputedRun> {
  const start = process.cpuUsage();
  const opening = { demo, program, files, params, seed };
  const done = ({ series, lost }: HeadlessResult, brokeAt?: number): ComputedRun => {
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const lostAt = Object.fromEntries(
      Object.entries(lost).map(([branch, fault]) => [branch, fault.step ?? 0]),
    );
    return { steps, series, lostAt, seconds, ...(brokeAt === undefined ? {} : { brokeAt }) };
  };
  try {
    return done(await runHeadless({ ...opening, steps, onStep }));
  } catch (error) {
    const { code, step } = error instanceof RunFault ? error.fault : {};
    if (code !== "diverged" || step === undefined) throw error;
    // Claims about its beginning can still be judged.
    return done(await runHeadless({ ...opening, steps: step - 1 }), step);
  }
}
