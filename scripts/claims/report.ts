/** What the command says of each claim. */
import { claimKey } from "../../src/claims/claim.ts";
import { shownSpread, type ClaimResult } from "../../src/claims/result.ts";
import type { NoteClaim } from "./gather.ts";
import { sameCode, sameValues } from "./results-file.ts";

export type State =
  /** As in the file. */
  | "same"
  /** Same values from other code. */
  | "other code"
  /** Other values from other code. */
  | "moved"
  /** Other values from the same code: that must not be. */
  | "drift"
  | "new";

export function stateOf(fresh: ClaimResult, known: ClaimResult | undefined): State {
  if (!known) return "new";
  const code = sameCode(known, fresh.code);
  if (sameValues(known, fresh)) return code ? "same" : "other code";
  return code ? "drift" : "moved";
}

/** A few lines a claim: verdict, place, sentence, what was expected and found, and what changed. */
export function reportOf(
  { path, line, text, claim }: NoteClaim,
  fresh: ClaimResult,
  known: ClaimResult | undefined,
): string {
  const { agree, holds, measured } = fresh;
  const state = stateOf(fresh, known);
  const verdict = `${holds ? "✓" : "✗ FAILS:"} ${agree.filter(Boolean).length} of ${agree.length} seeds`;
  const values = measured.map(({ is, values: found }, i) => {
    const before = state === "moved" || state === "drift" ? known!.measured[i]! : null;
    return `    ${is} = ${shownSpread(found)}${before ? `, was ${shownSpread(before.values)}` : ""}`;
  });
  return [
    `${verdict}${claim.needed < agree.length ? ` (${claim.needed} needed)` : ""}  ${path}:${line}  ${state}`,
    `    “${text}”`,
    `    ${claimKey(claim)}`,
    ...values,
  ].join("\n");
}
