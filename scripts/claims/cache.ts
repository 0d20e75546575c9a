/** Runs that were computed before, as files named by their code, settings and seed. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { ComputedRun } from "./compute.ts";
import type { PlannedRun } from "./schedule.ts";

export interface RunCache {
  /** A run of at least as many steps. */
  get(run: PlannedRun): ComputedRun | undefined;
  put(run: PlannedRun, computed: ComputedRun): void;
}

export function openCache(folder: string): RunCache {
  mkdirSync(folder, { recursive: true });
  const path = ({ id }: PlannedRun): string => join(folder, id);
  return {
    get(run) {
      try {
        const computed = deserialize(readFileSync(path(run))) as ComputedRun;
        return computed.steps >= run.steps ? computed : undefined;
      } catch {
        // Not there, or written by another version of Node: computed again.
        return undefined;
      }
    },
    put(run, computed) {
      const fresh = `${path(run)}.${process.pid}`;
      writeFileSync(fresh, serialize(computed));
      renameSync(fresh, path(run));
    },
  };
}
