/** The claims that every test run repeats: the cheapest, as many as a budget allows, and at least one. */
import type { ClaimResults } from "../../src/claims/result.ts";
import type { NoteClaim } from "./gather.ts";

/** `budget` is processor time, s, by what the file of results says that each claim took. */
export function shortSet(
  claims: readonly NoteClaim[],
  results: ClaimResults,
  budget: number,
): NoteClaim[] {
  const cost = ({ key }: NoteClaim): number => results[key]?.seconds ?? Infinity;
  const sorted = [...claims].sort((a, b) => cost(a) - cost(b) || (a.key < b.key ? -1 : 1));
  let spent = 0;
  return sorted.filter((claim, i) => {
    spent += cost(claim);
    return i === 0 || spent <= budget;
  });
}
