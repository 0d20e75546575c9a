/** Leaves out of a step what nobody reads. */
import { addressesOf, type Call } from "./call.ts";
import { pieceOf } from "./places.ts";

/** The calls on which the numbers in the pieces of memory `wanted` depend when all is done. */
export function needed(calls: readonly Call[], wanted: readonly number[]): Call[] {
  const read = new Set(wanted);
  const kept: Call[] = [];
  for (const call of calls.toReversed()) {
    if (!addressesOf(call, "w").some((place) => read.has(pieceOf(place)))) continue;
    for (const place of addressesOf(call, "r")) read.add(pieceOf(place));
    kept.push(call);
  }
  return kept.toReversed();
}
