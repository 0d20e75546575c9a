/** Computes runs in several processes at once. */
import { fork } from "node:child_process";
import type { Answer } from "./claims-process.ts";
import type { ComputedRun } from "./compute.ts";
import type { PlannedRun } from "./schedule.ts";

export interface PoolEvents {
  /** Steps that were taken for a run. */
  onSteps(run: PlannedRun, steps: number): void;
  onDone(run: PlannedRun, computed: ComputedRun): void;
}

/** Takes the runs in order; stops at the first that cannot be computed. */
export async function computeAll(
  runs: readonly PlannedRun[],
  jobs: number,
  events: PoolEvents,
): Promise<void> {
  const waiting = [...runs];
  const children = Array.from({ length: Math.min(jobs, runs.length) }, () =>
    // Typed arrays cross as they are.
    fork("scripts/run.mjs", ["claims/claims-process"], { serialization: "advanced" }),
  );
  try {
    await Promise.all(children.map((child) => serve(child)));
  } finally {
    for (const child of children) child.kill();
  }

  function serve(child: (typeof children)[number]): Promise<void> {
    return new Promise((resolve, reject) => {
      let run: PlannedRun | undefined;
      const next = (): void => {
        run = waiting.shift();
        if (run) child.send(run);
        else resolve();
      };
      child.on("message", (answer: Answer) => {
        if ("ready" in answer) next();
        else if ("steps" in answer) events.onSteps(run!, answer.steps);
        else if ("run" in answer) {
          events.onDone(run!, answer.run);
          next();
        } else reject(new Error(`${run!.demo}, seed ${run!.seed}: ${answer.problem}`));
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`A computing process ended with ${code}.`)));
    });
  }
}
