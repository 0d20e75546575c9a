/** The runs that claims need, from the cache or computed. */
import { openCache } from "./cache.ts";
import type { ComputedRun } from "./compute.ts";
import { distinctRuns, type PlannedRun } from "./schedule.ts";
import { computeAll } from "./pool.ts";
import { showProgress } from "./show-progress.ts";

/** By their ids. */
export async function obtainRuns(
  planned: readonly PlannedRun[],
  jobs: number,
  folder: string,
): Promise<Map<string, ComputedRun>> {
  const cache = openCache(folder);
  const runs = distinctRuns(planned);
  const done = new Map<string, ComputedRun>();
  for (const run of runs) {
    const cached = cache.get(run);
    if (cached) done.set(run.id, cached);
  }
  const missing = runs.filter(({ id }) => !done.has(id));
  console.log(`${runs.length} runs, ${done.size} of them computed before`);
  const progress = showProgress(missing, jobs);
  await computeAll(missing, jobs, {
    onSteps: (run, steps) => progress.steps(run, steps),
    onDone(run, computed) {
      cache.put(run, computed);
      done.set(run.id, computed);
      progress.done(run);
    },
  });
  return done;
}
