import { useState } from "react";

export type Range = readonly [low: number, high: number];

/**
 * A range that only grows for as long as `run` is the same, so that a colour or a length means one number all the while; with null it
 * fits what there is.
 */
export function useKeptRange(seen: Range | null, run: unknown): Range | null {
  const [kept, setKept] = useState<{ readonly run: unknown; readonly range: Range } | null>(null);
  if (!seen) return null;
  const before = kept && run !== null && kept.run === run ? kept.range : seen;
  const range: Range = [Math.min(before[0], seen[0]), Math.max(before[1], seen[1])];
  if (!kept || kept.run !== run || kept.range[0] !== range[0] || kept.range[1] !== range[1])
    setKept({ run, range });
  return range;
}
