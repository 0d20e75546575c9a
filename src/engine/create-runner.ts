import { createLockstep } from "./lockstep.ts";
import type { Opening, Runner } from "./runner.ts";
import { createSingleRun } from "./single-run.ts";

/** Builds the first state and takes its measures. Throws RunFault where files are missing or damaged. */
export const createRunner = (opening: Opening): Promise<Runner> =>
  opening.demo.branches ? createLockstep(opening, createSingleRun) : createSingleRun(opening);
