/** Makes the numbers of a curve short without a difference that a reader could see. */

/** Significant digits that charts print of a number. */
const PRINTED = 3;
/** Of a chart’s height: half a pixel. */
const SEEN = 1 / 300;

/** Values with as many digits as are printed, and as the height of a chart shows where they differ by little. */
export function roundedCurve(values: ArrayLike<number>): number[] {
  const finite = Array.from(values).filter(Number.isFinite);
  const range = Math.max(...finite) - Math.min(...finite);
  const seen = range > 0 ? -Math.floor(Math.log10(range * SEEN)) : 0;
  return Array.from(values, (value) => {
    const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    return Number(value.toPrecision(Math.min(8, Math.max(PRINTED, size + 1 + seen))));
  });
}
