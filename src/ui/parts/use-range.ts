import { useState } from "react";
import type { Numbers, Span } from "./stage-box.ts";
import { rangeOf, type PixelScale } from "./pixel-scale.ts";

/**
 * The range of a picture's colours. The given one, or 0 to 1 for ink; otherwise one that only grows for as long as the picture
 * stays on the page, so that a colour means one number: give the picture a `key` of its run.
 */
export function useRange({ data }: Numbers, scale: PixelScale, given?: Span): Span {
  const [grown, setGrown] = useState<Span | null>(null);
  const fixed = given ?? (scale === "ink" ? INK : null);
  const range = fixed ?? rangeOf(data, grown);
  if (!fixed && range !== grown) setGrown(range);
  return range ?? INK;
}

const INK: Span = [0, 1];
