/** The way between a slider's thumb and the number that it stands for. */

export interface SliderScale {
  readonly min: number;
  readonly max: number;
  /** Granularity on linear scales. */
  readonly step: number;
  /** Equal distances are equal ratios; needs `min > 0`. */
  readonly log: boolean;
  /** What values are allowed, where the granularity does not say it (whole numbers on a log scale). */
  readonly round?: (value: number) => number;
}

/** Arrow keys move a log slider by a twentieth of a decade: 12 %. */
const PER_DECADE = 20;
/** Digits that a log slider gives: its thumb is no finer than that. */
const LOG_DIGITS = 2;

/** Position of the thumb, in the units of the range input: the value, or its decimal logarithm. */
export const toPosition = (scale: SliderScale, value: number): number =>
  scale.log ? Math.log10(value) : value;

/** The value under the thumb, rounded to what the scale can tell apart; exact at both ends. */
export function fromPosition(scale: SliderScale, position: number): number {
  const { min, max, step, log, round = (x: number) => x } = scale;
  if (position <= toPosition(scale, min)) return min;
  if (position >= toPosition(scale, max)) return max;
  const value = log
    ? Number((10 ** position).toPrecision(LOG_DIGITS))
    : // Twelve digits drop what binary fractions add: 0.30000000000000004.
      Number((min + Math.round((position - min) / step) * step).toPrecision(12));
  return Math.min(max, Math.max(min, round(value)));
}

/** The value `steps` keyboard steps away; differs from `value` unless that is already the end. */
export function nudge(scale: SliderScale, value: number, steps: number): number {
  const unit = scale.log ? 1 / PER_DECADE : scale.step;
  const from = toPosition(scale, value);
  const direction = Math.sign(steps);
  const span = toPosition(scale, scale.max) - toPosition(scale, scale.min);
  for (let n = steps; Math.abs(n - steps) * unit <= span; n += direction) {
    const next = fromPosition(scale, from + n * unit);
    if (next !== value) return next;
  }
  return value;
}

/** What a key does to a slider, or null for keys that are not its own. */
export function afterKey(scale: SliderScale, value: number, key: string): number | null {
  const span = toPosition(scale, scale.max) - toPosition(scale, scale.min);
  const tenth = Math.max(1, Math.round(span / 10 / (scale.log ? 1 / PER_DECADE : scale.step)));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return nudge(scale, value, 1);
    case "ArrowLeft":
    case "ArrowDown":
      return nudge(scale, value, -1);
    case "PageUp":
      return nudge(scale, value, tenth);
    case "PageDown":
      return nudge(scale, value, -tenth);
    case "Home":
      return scale.min;
    case "End":
      return scale.max;
    default:
      return null;
  }
}
