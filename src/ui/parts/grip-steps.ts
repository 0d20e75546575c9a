/** How keys and pointers move a handle: in even steps of each axis, within the box. */
import { inside, lengthOf, type Box, type Place, type Span } from "./stage-box.ts";

export type Way = "x" | "y" | "both";

/** Steps of a span where the user of a handle asks for none, about: to a power of ten. */
const STEPS = 100;
/** Steps that one key makes with Shift, or PageUp and PageDown. */
const MANY = 10;

const stepOf = (span: Span, step?: number): number =>
  step ?? 10 ** Math.round(Math.log10(lengthOf(span) / STEPS));

function settledOn(span: Span, value: number, asked?: number): number {
  const step = stepOf(span, asked);
  // Twelve digits drop what binary fractions add: 0.30000000000000004.
  return inside(span, Number((Math.round(value / step) * step).toPrecision(12)));
}

/** The nearest place that a handle may take. What it does not move stays as it is. */
export const settled = ([x, y]: Place, from: Place, way: Way, box: Box, step?: number): Place => [
  way === "y" ? from[0] : settledOn(box[0], x, step),
  way === "x" ? from[1] : settledOn(box[1], y, step),
];

/** Steps to the right and up on the screen. */
const ARROWS: Readonly<Record<string, Place>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** On one axis both pairs of arrows and the long steps do the same, as on sliders. */
const AMOUNTS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: MANY,
  PageDown: -MANY,
  Home: -Infinity,
  End: Infinity,
};

/** Where a key takes a handle, or null for keys that are not its own. */
export function afterKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  at: Place,
  { way, box, step }: { readonly way: Way; readonly box: Box; readonly step?: number },
): Place | null {
  const amount = AMOUNTS[key] ?? 0;
  const arrow = ARROWS[key] ?? [0, 0];
  const moves: Place =
    way === "both" ? arrow : [way === "x" ? amount : 0, way === "y" ? amount : 0];
  if (moves[0] === 0 && moves[1] === 0) return null;
  const times = shiftKey && key.startsWith("Arrow") ? MANY : 1;
  const moved = ([from, to]: Span, value: number, steps: number): number => {
    if (!Number.isFinite(steps)) return steps > 0 ? to : from;
    return value + Math.sign(to - from) * times * steps * stepOf([from, to], step);
  };
  return settled(
    [moved(box[0], at[0], moves[0]), moved(box[1], at[1], moves[1])],
    at,
    way,
    box,
    step,
  );
}
