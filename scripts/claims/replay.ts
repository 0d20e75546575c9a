/** Replays claims: from sentences to results. */
import type { ClaimResult } from "../../src/claims/result.ts";
import { codeOf, codeVersion } from "../versions/code-version.ts";
import { commitOf } from "./commit.ts";
import type { ComputedRun } from "./compute.ts";
import type { Demos } from "./demo-programs.ts";
import type { NoteClaim } from "./gather.ts";
import { judge } from "./judge.ts";
import { runsOfClaim, type PlannedRun } from "./schedule.ts";

export type Versions = Readonly<Record<string, string>>;

const demosOf = ({ claim }: NoteClaim): string[] => [
  ...new Set(claim.runs.flatMap((run) => run?.demo ?? [])),
];

/** The names of the code of all demos that the claims are about. */
export async function versionsFor(claims: readonly NoteClaim[]): Promise<Versions> {
  const ids = [...new Set(claims.flatMap(demosOf))];
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await codeVersion(id)])));
}

/** `obtain` computes the given runs, or knows them. */
export async function replayClaims(
  claims: readonly NoteClaim[],
  demos: Demos,
  versions: Versions,
  obtain: (runs: readonly PlannedRun[]) => Promise<ReadonlyMap<string, ComputedRun>>,
): Promise<ClaimResult[]> {
  const planned = claims.map(({ claim }) => runsOfClaim(claim, demos, versions));
  const computed = await obtain(planned.flat(2));
  const date = new Date().toISOString().slice(0, 10);
  const commits = new Map<string, string | null>();
  for (const ids of claims.map(demosOf)) {
    if (commits.has(ids.join())) continue;
    const paths = await Promise.all(ids.map((id) => codeOf(id)));
    commits.set(ids.join(), commitOf(paths.flat()));
  }
  return claims.map((found, i) => {
    const { claim } = found;
    const ids = demosOf(found);
    const runs = planned[i]!.map((seed) => seed.map(({ id }) => computed.get(id)!));
    const seconds = [...new Set(runs.flat())].reduce(
      // Of a longer run that others need, the part that this claim would need.
      (sum, run) => sum + run.seconds * (run.steps === 0 ? 1 : claim.steps / run.steps),
      0,
    );
    return {
      code: Object.fromEntries(ids.map((id) => [id, versions[id]!])),
      seeds: claim.seeds,
      ...judge(claim, runs, demos),
      commit: commits.get(ids.join())!,
      date,
      seconds: Math.ceil(seconds),
    };
  });
}
