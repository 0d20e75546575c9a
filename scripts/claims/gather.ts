/** All claims of a folder of notes, as the notes' own pipeline reads them, checked against the demos that they name. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { curveName, curvesOf, quantitiesOf } from "../../src/claims/expectation.ts";
import type { Claim, ClaimRun } from "../../src/claims/claim.ts";
import { curvesOfDemo, fixedByBranches } from "../../src/contract/branches.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { readSetup } from "../../src/contract/url.ts";
import { claimQuery } from "../../src/claims/claim.ts";
import { compileNote } from "../../src/notes/compile.ts";
import type { FoundClaim, Sources } from "../../src/notes/note.ts";
import type { Demos } from "./demo-programs.ts";

export interface NoteClaim extends FoundClaim {
  /** `notes/wgan.md` */
  readonly path: string;
}

/** Throws an error with a line for each claim that asks for what its demo does not have. */
export function gatherClaims(notes: string, sources: Sources, demos: Demos): NoteClaim[] {
  // Without the results: they are what is being made.
  const unchecked: Sources = { ...sources, claims: undefined };
  const files = readdirSync(notes).filter((name) => name.endsWith(".md"));
  const found = files.flatMap((name) => {
    const path = join(notes, name);
    const { claims } = compileNote(path, readFileSync(path, "utf8"), unchecked);
    return claims.map((claim): NoteClaim => ({ ...claim, path }));
  });
  const problems = found.flatMap(({ claim, path, line }) =>
    problemsOf(claim, demos).map((problem) => `${path}:${line}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return found;
}

function problemsOf({ runs, steps, expect }: Claim, demos: Demos): string[] {
  const present = runs.filter((run): run is ClaimRun => run !== undefined);
  const ofRuns = present.flatMap((run) => {
    const demo = demos[run.demo]!;
    const fixed = fixedByBranches(demo);
    const ofBranches = Object.keys(run.settings)
      .filter((name) => fixed.has(name))
      .map((name) => `${demo.id} decides “${name}” in its branches: no run can set it.`);
    const { problems } = readSetup(demo, claimQuery(run, 1));
    return [...problems, ...ofBranches, ...stepsProblem(demo, steps)];
  });
  const ofCurves = quantitiesOf(expect)
    .flatMap(curvesOf)
    .flatMap((curve) => {
      const demo = demos[runs[curve.run === "b" ? 1 : 0]!.demo]!;
      const known = Object.keys(curvesOfDemo(demo));
      const name = curveName(curve);
      return known.includes(name)
        ? []
        : [`${demo.id} has no metric or measure “${name}” (it has ${known.join(", ")}).`];
    });
  return [...ofRuns, ...ofCurves];
}

function stepsProblem({ id, steps: own }: Demo, steps: number): string[] {
  if (!own) return steps > 0 ? [`${id} has no steps: leave steps="${steps}" out.`] : [];
  if (steps === 0) return [`${id} has steps: say after how many, as in steps="${own.stopAt}".`];
  if (steps <= own.stopAt) return [];
  return [`${id} stops after ${own.stopAt} steps: readers could not see step ${steps}.`];
}
