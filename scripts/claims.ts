/**
 * `npm run claims`: replays every claim of the notes and writes what was found to `notes/claims.json`, which the build
 * reads. Fails when a claim does not hold, or when the same code gives other numbers than before. Ends with code 2 where there is
 * no such claim or option.
 */
import { availableParallelism } from "node:os";
import type { ClaimResult } from "../src/claims/result.ts";
import { loadDemos } from "./claims/demo-programs.ts";
import { gatherClaims } from "./claims/gather.ts";
import { obtainRuns } from "./claims/obtain.ts";
import { replayClaims, versionsFor } from "./claims/replay.ts";
import { reportOf, stateOf } from "./claims/report.ts";
import { readResults, staleness, writeResults } from "./claims/results-file.ts";
import { parsed, UsageError, wholeNumber } from "./machine/usage.ts";
import { noteSources } from "./checkout/note-sources.ts";

const MOST_JOBS = 256;

export const USAGE = `Usage: npm run claims -- [part] [options]

  part            of a claim, or of its note’s name (default: all claims)
  --check         writes nothing, and also fails when the file is not of today’s claims and code
  --update        accepts other numbers
  --jobs N        runs side by side (default: as many as there are cores)
  --notes FOLDER  (default: notes)
  --cache FOLDER  (default: .cache/claims)`;

export async function main(args: string[]): Promise<void> {
  const { values: options, positionals } = parsed(args, {
    check: { type: "boolean", default: false },
    update: { type: "boolean", default: false },
    jobs: { type: "string", default: String(availableParallelism()) },
    notes: { type: "string", default: "notes" },
    cache: { type: "string", default: ".cache/claims" },
  });
  const { check, update, notes, cache } = options;
  const jobs = wholeNumber("--jobs", options.jobs, MOST_JOBS);
  const part = positionals.join(" ");

  const demos = await loadDemos();
  const all = gatherClaims(notes, await noteSources(process.cwd(), notes), demos);
  const claims = all.filter(({ path, key, text }) => `${path}\n${key}\n${text}`.includes(part));
  if (part !== "" && claims.length === 0)
    throw new UsageError(`None of the ${all.length} claims in ${notes} has “${part}” in it.`);
  const versions = await versionsFor(all);
  console.log(`${claims.length} of ${all.length} claims in ${notes}`);
  const fresh = await replayClaims(claims, demos, versions, (runs) =>
    obtainRuns(runs, jobs, cache),
  );

  const known = readResults(notes);
  const problems = check ? staleness(all, known, versions) : [];
  const results: Record<string, ClaimResult> = {};
  for (const [i, claim] of claims.entries()) {
    const [now, before] = [fresh[i]!, known[claim.key]];
    const state = stateOf(now, before);
    console.log(`\n${reportOf(claim, now, before)}`);
    const place = `${claim.path}:${claim.line}`;
    if (!now.holds) problems.push(`${place}: does not hold: “${claim.text}”`);
    const drifted = state === "drift" && !update;
    if (drifted) problems.push(`${place}: the same code gave other numbers than before.`);
    // What did not change stays as it is, to the date; only a commit that files differed from is worth replacing.
    const settled = state === "same" && !before!.commit?.endsWith("+");
    results[claim.key] = settled || drifted ? before! : now;
  }
  if (!check) {
    const others = all.filter(({ key }) => known[key]).map(({ key }) => [key, known[key]!]);
    await writeResults(notes, { ...Object.fromEntries(others), ...results });
  }
  console.log(`\n${claims.length} claims, ${problems.length} problems`);
  if (problems.length === 0) return;
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
