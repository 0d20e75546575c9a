import type { Span } from "./stage-box.ts";

/** Shares of numbers in equal bins over a span, divided by the width of a bin: what is beyond the span counts, but is in no bin. */
export function densities(values: ArrayLike<number>, [from, to]: Span, bins: number): number[] {
  const width = (to - from) / bins;
  const heights = Array.from({ length: bins }, () => 0);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor((values[i]! - from) / width);
    if (bin >= 0 && bin < bins) heights[bin]! += 1 / (values.length * width);
  }
  return heights;
}
