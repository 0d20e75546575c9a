/** One run of a claim, computed here. */
import type { RunSeries } from "../../src/claims/evaluate.ts";
import { gatherAssets } from "../../src/engine/assets.ts";
import { runHeadless } from "../../src/engine/headless.ts";
import { RunFault } from "../../src/engine/run-fault.ts";
import { publicFile } from "../checkout/public-file.ts";
import { loadProgram } from "./demo-programs.ts";
import type { PlannedRun } from "./schedule.ts";

export interface ComputedRun {
  readonly steps: number;
  readonly series: RunSeries;
  /** The step at which its numbers stopped being finite; the curves end before. */
  readonly brokeAt?: number;
  /** Of processor time: a machine that is busy with other things says the same. */
  readonly seconds: number;
}

/** A backend must be in use. */
export async function computeRun(
  { demo: id, params, seed, steps }: PlannedRun,
  onStep?: (step: number) => void,
): Promise<ComputedRun> {
  const { demo, program } = await loadProgram(id);
  const assets = await gatherAssets(demo, params, publicFile);
  const start = process.cpuUsage();
  const opening = { demo, program, assets, params, seed };
  const done = (series: RunSeries, brokeAt?: number): ComputedRun => {
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    return { steps, series, seconds, ...(brokeAt === undefined ? {} : { brokeAt }) };
  };
  try {
    return done((await runHeadless({ ...opening, steps, onStep })).series);
  } catch (error) {
    const { code, step } = error instanceof RunFault ? error.fault : {};
    if (code !== "diverged" || step === undefined) throw error;
    // Claims about its beginning can still be judged.
    return done((await runHeadless({ ...opening, steps: step - 1 })).series, step);
  }
}
