/** All claims of a folder of notes, as the notes' own pipeline reads them, checked against the demos that they name. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { curvesOf, quantitiesOf } from "../../src/claims/expectation.ts";
import type { Claim, ClaimRun } from "../../src/claims/claim.ts";
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
    const late =
      steps > demo.stopAt
        ? [`${demo.id} stops after ${demo.stopAt} steps: readers could not see step ${steps}.`]
        : [];
    return [...readSetup(demo, claimQuery(run, 1)).problems, ...late];
  });
  const ofCurves = quantitiesOf(expect)
    .flatMap(curvesOf)
    .flatMap(({ run, name }) => {
      const { metrics, measures, id } = demos[runs[run === "b" ? 1 : 0]!.demo]!;
      const known = Object.keys({ ...metrics, ...measures });
      return known.includes(name)
        ? []
        : [`${id} has no metric or measure “${name}” (it has ${known.join(", ")}).`];
    });
  return [...ofRuns, ...ofCurves];
}
