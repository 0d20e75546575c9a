/** A process that computes runs: `node scripts/run.mjs claims/claims-process`, spoken to by messages. */
import { useReference } from "../versions/use-reference.ts";
import { computeRun, type ComputedRun } from "./compute.ts";
import { loadProgram } from "./demo-programs.ts";
import type { PlannedRun } from "./schedule.ts";

export type Answer =
  | { readonly ready: true }
  /** Steps taken since the last such message. */
  | { readonly steps: number }
  | { readonly run: ComputedRun }
  | { readonly problem: string };

const TELL_EVERY = 50;

export async function main(): Promise<void> {
  const tell = (answer: Answer): void => void process.send!(answer);
  await useReference();
  process.on("message", (run: PlannedRun) => {
    const onStep = (step: number): void => {
      if (step % TELL_EVERY === 0) tell({ steps: TELL_EVERY });
    };
    loadProgram(run.demo)
      .then((loaded) => computeRun(loaded, run, onStep))
      .then(
        (computed) => tell({ run: computed }),
        (error: unknown) => tell({ problem: String(error instanceof Error ? error.stack : error) }),
      );
  });
  tell({ ready: true });
  await new Promise((resolve) => process.once("disconnect", resolve));
}
