/** The committed file of results, `claims.json` beside the notes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import type { ClaimResult, ClaimResults } from "../../src/claims/result.ts";
import type { NoteClaim } from "./gather.ts";

const pathIn = (notes: string): string => join(notes, "claims.json");

export const readResults = (notes: string): ClaimResults =>
  existsSync(pathIn(notes))
    ? (JSON.parse(readFileSync(pathIn(notes), "utf8")) as ClaimResults)
    : {};

/** Sorted by key, in the format that the repository checks. */
export async function writeResults(notes: string, results: ClaimResults): Promise<void> {
  const path = pathIn(notes);
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  const config = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(sorted, null, 2), { ...config, parser: "json" }));
}

/** What a file of results lacks, a sentence each: claims without result, results without claim, other code than today's. */
export function staleness(
  claims: readonly NoteClaim[],
  results: ClaimResults,
  versions: Readonly<Record<string, string>>,
): string[] {
  const keys = new Set(claims.map(({ key }) => key));
  const lacking = claims.flatMap(({ key, path, line, text }) => {
    const result = results[key];
    if (!result) return [`${path}:${line}: never run: “${text}”`];
    return sameCode(result, versions)
      ? []
      : [`${path}:${line}: measured with other code than today's: “${text}”`];
  });
  const orphans = Object.keys(results).filter((key) => !keys.has(key));
  return [...lacking, ...orphans.map((key) => `no note claims this any more: ${key}`)];
}

export const sameCode = (
  { code }: ClaimResult,
  versions: Readonly<Record<string, string>>,
): boolean => Object.entries(code).every(([demo, version]) => versions[demo] === version);

/** Whether two results of one claim have the same values. */
export const sameValues = (a: ClaimResult, b: ClaimResult): boolean =>
  JSON.stringify(a.measured.map(({ is, values }) => [is, values])) ===
  JSON.stringify(b.measured.map(({ is, values }) => [is, values]));
