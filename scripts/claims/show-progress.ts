/** Says how far the computing is and about how long it will take. */
import type { PlannedRun } from "./schedule.ts";

export interface Progress {
  steps(run: PlannedRun, count: number): void;
  done(run: PlannedRun): void;
}

/** A line that is rewritten where somebody watches; elsewhere a line a run. */
export function showProgress(runs: readonly PlannedRun[], jobs: number): Progress {
  const begun = performance.now();
  const left = new Map(runs.map((run) => [run.id, run.steps]));
  const taken = new Map<string, number>();
  let finished = 0;

  /** Mean time of a step of a demo in one process, ms; of all demos where this one was not seen yet. */
  function pace(demo: string): number {
    const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
    const own = taken.get(demo) ?? 0;
    const share = own > 0 ? own / all : 1;
    const time = (performance.now() - begun) * Math.min(jobs, runs.length) * share;
    return time / (own || all || Number.NaN);
  }

  function show(): void {
    const ms = runs.reduce((sum, { id, demo }) => sum + left.get(id)! * pace(demo), 0);
    const seconds = Math.ceil(ms / Math.min(jobs, runs.length) / 1000);
    const rest = Number.isFinite(seconds) && seconds > 0 ? `, about ${seconds} s left` : "";
    const line = `${finished} of ${runs.length} runs${rest}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
    else console.log(line);
  }

  return {
    steps({ id, demo }, count) {
      left.set(id, Math.max(0, left.get(id)! - count));
      taken.set(demo, (taken.get(demo) ?? 0) + count);
      if (process.stdout.isTTY) show();
    },
    done({ id }) {
      left.set(id, 0);
      finished += 1;
      show();
      if (finished === runs.length && process.stdout.isTTY) process.stdout.write("\n");
    },
  };
}
