/** Keeps for a reload, or for the way back, what it takes to come again to where a run was left. */
import type { Demo } from "../contract/demo.ts";
import { toWire, type Wire } from "../contract/params.ts";
import type { Client } from "../engine/page/client.ts";
import type { History, Run } from "../engine/page/held-run.ts";

export interface KeptRun extends History {
  /** The page it was on; the home page's begins by itself. */
  readonly path: string;
  /** Settings and seed as they were when it was left: the address has them. */
  readonly left: { readonly seed: number; readonly params: Wire };
}

export function keepingRuns(client: Client): Client {
  const runs = new Set<() => void>();
  const keepAll = (): void => runs.forEach((keep) => keep());
  addEventListener("pagehide", keepAll);
  // Phones may end a page that is not seen without another word.
  document.addEventListener("visibilitychange", () => document.hidden && keepAll());
  return {
    ...client,
    open(demo, ...how) {
      const run = client.open(demo, ...how);
      const { pathname } = location;
      const keep = (): void => keepRun(demo, run, pathname);
      runs.add(keep);
      return {
        ...run,
        close() {
          keep();
          runs.delete(keep);
          run.close();
        },
      };
    },
  };
}

function keepRun(demo: Demo, run: Run, path: string): void {
  const { phase, seed, values, begunFrom } = run.snapshot();
  // One that was kept before stays.
  if (!demo.steps || phase === "idle") return;
  const history = run.history();
  const under = phase === "training" || phase === "paused";
  try {
    if (under && !begunFrom && history.step > 0) {
      const left = { seed, params: toWire(demo.params, values) };
      sessionStorage.setItem(demo.id, JSON.stringify({ ...history, path, left } satisfies KeptRun));
    } else if (phase !== "starting") sessionStorage.removeItem(demo.id);
  } catch {
    // No room, or not allowed: the run is lost as it always was.
  }
}
