/** Which runs the claims need: each set of settings and seed once, up to the most steps that any claim asks for. */
import { createHash } from "node:crypto";
import { claimQuery, type Claim, type ClaimRun } from "../../src/claims/claim.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { Wire } from "../../src/contract/params.ts";
import { changed, readSetup } from "../../src/contract/url.ts";
import type { Demos } from "./demo-programs.ts";

export interface PlannedRun {
  /** Names the run by its code, settings and seed. */
  readonly id: string;
  readonly demo: string;
  /** What differs from the demo's defaults and matters to a run. */
  readonly params: Wire;
  readonly seed: number;
  readonly steps: number;
}

/** Settings of a claim's run as the demo writes them. */
export const runParams = (demo: Demo, run: ClaimRun): Wire =>
  ownParams(demo, readSetup(demo, claimQuery(run, 1)).values);

/** Without defaults and without what only redraws, sorted. */
export function ownParams(demo: Demo, values: Readonly<Record<string, unknown>>): Wire {
  return Object.fromEntries(
    Object.entries(changed(demo, values))
      .filter(([name]) => demo.params[name]!.effect !== "view")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** `versions` are the names of the demos' code. */
function runId(
  { demo, params, seed }: Pick<PlannedRun, "demo" | "params" | "seed">,
  versions: Readonly<Record<string, string>>,
): string {
  const content = JSON.stringify([demo, versions[demo], params, seed]);
  return createHash("sha256").update(content).digest("hex").slice(0, 20);
}

/** The runs of one claim, seed by seed: `[a]` or `[a, b]`. */
export function runsOfClaim(
  claim: Claim,
  demos: Demos,
  versions: Readonly<Record<string, string>>,
): PlannedRun[][] {
  const sides = claim.runs.filter((run) => run !== undefined);
  return claim.seeds.map((seed) =>
    sides.map((side) => {
      const params = runParams(demos[side.demo]!, side);
      const run = { demo: side.demo, params, seed };
      return { ...run, steps: claim.steps, id: runId(run, versions) };
    }),
  );
}

/** The distinct runs, the longest first, so that none is left over at the end. */
export function distinctRuns(runs: readonly PlannedRun[]): PlannedRun[] {
  const longest = new Map<string, PlannedRun>();
  for (const run of runs) {
    const known = longest.get(run.id);
    if (!known || run.steps > known.steps) longest.set(run.id, run);
  }
  return [...longest.values()].sort((a, b) => b.steps - a.steps);
}
