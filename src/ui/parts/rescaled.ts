/**
 * A distribution of which the reader has moved entry `i`: the others keep their ratios and the sum stays what it was. Where the
 * others are all zero, they share what is left.
 *
 * @param sum what all add up to
 */
export function rescaled(values: ArrayLike<number>, i: number, sum = 1): Float32Array {
  const held = Math.min(sum, Math.max(0, values[i]!));
  const others = Array.from(values).reduce(
    (total, value, k) => (k === i ? total : total + value),
    0,
  );
  const left = sum - held;
  return Float32Array.from(values, (value, k) => {
    if (k === i) return held;
    return others > 0 ? (value / others) * left : left / (values.length - 1);
  });
}
