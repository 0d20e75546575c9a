/** Runs that were computed before, as files named by their code, settings and seed: a seal, then the run. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { reasonOf } from "../machine/reason.mjs";
import { replaceFile } from "../machine/replace-file.ts";
import type { ComputedRun } from "./compute.ts";
import type { PlannedRun } from "./schedule.ts";

export interface RunCache {
  /** A run of at least as many steps. */
  get(run: PlannedRun): ComputedRun | undefined;
  /** Where it cannot be kept, says so once: the run itself is there all the same. */
  put(run: PlannedRun, computed: ComputedRun): void;
}

/** Bytes of a SHA-256. */
const SEAL = 32;
const sealOf = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();

export function openCache(
  folder: string,
  say: (sentence: string) => void = console.error,
): RunCache {
  const path = ({ id }: PlannedRun): string => join(folder, id);
  let told = false;
  return {
    get(run) {
      try {
        const file = readFileSync(path(run));
        const content = file.subarray(SEAL);
        // A damaged run would pass for other numbers of the same code.
        if (!sealOf(content).equals(file.subarray(0, SEAL))) return undefined;
        const computed = deserialize(content) as ComputedRun;
        return computed.steps >= run.steps ? computed : undefined;
      } catch {
        // Not there, or written by another version of Node: computed again.
        return undefined;
      }
    },
    put(run, computed) {
      const content = serialize(computed);
      try {
        replaceFile(path(run), Buffer.concat([sealOf(content), content]));
      } catch (error) {
        const reason = reasonOf(error);
        if (!reason) throw error;
        if (!told) say(`Runs are not kept for the next time: ${reason.sentence}`);
        told = true;
      }
    },
  };
}
