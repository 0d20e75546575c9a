/** The claims of the notes: every one was replayed with today's code and holds, and the cheapest are replayed here. */
import { describe, expect, test } from "vitest";
import { noteSources } from "../scripts/checkout/note-sources.ts";
import { computeRun, type ComputedRun } from "../scripts/claims/compute.ts";
import { loadDemos, loadProgram } from "../scripts/claims/demo-programs.ts";
import { gatherClaims } from "../scripts/claims/gather.ts";
import { verdictOf } from "../scripts/claims/judge.ts";
import { distinctRuns, type PlannedRun } from "../scripts/claims/schedule.ts";
import { replayClaims, versionsFor } from "../scripts/claims/replay.ts";
import { readResults, staleness } from "../scripts/claims/results-file.ts";
import { shortSet } from "../scripts/claims/short-set.ts";
import { useBackend } from "../src/math/backend.ts";

/** Processor time, s. */
const BUDGET = 20;

const demos = await loadDemos();
const claims = gatherClaims("notes", await noteSources(process.cwd()), demos);
const results = readResults("notes");
const versions = await versionsFor(claims);

test("notes/claims.json is of today's claims and code; if not, run npm run claims", () => {
  expect(claims.length).toBeGreaterThan(0);
  expect(staleness(claims, results, versions)).toEqual([]);
});

test.each(claims)("$path:$line $text", ({ claim, key }) => {
  const { measured, agree, holds, seeds } = results[key]!;
  expect(holds).toBe(true);
  expect(seeds).toEqual(claim.seeds);
  expect({ agree, holds }).toEqual(verdictOf(claim, measured));
});

async function computeHere(runs: readonly PlannedRun[]): Promise<Map<string, ComputedRun>> {
  await useBackend("wasm");
  const computed = new Map<string, ComputedRun>();
  for (const run of distinctRuns(runs))
    computed.set(run.id, await computeRun(await loadProgram(run.demo), run));
  return computed;
}

describe("replayed here, the same numbers come out", () => {
  const chosen = shortSet(claims, results, BUDGET);
  test.each(chosen)(
    "$path:$line $text",
    async (claim) => {
      const [fresh] = await replayClaims([claim], demos, versions, computeHere);
      const { measured, agree } = results[claim.key]!;
      expect(fresh).toMatchObject({ measured, agree });
    },
    600_000,
  );
});
