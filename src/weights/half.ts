/** Half precision (IEEE 754 binary16): 1 bit of sign, 5 of exponent, 10 of fraction. Done by hand: browsers learn it only now. */

const bits = new Uint32Array(1);
const single = new Float32Array(bits.buffer);

/** The nearest half of a single, ties to even; what is too large becomes infinite, a NaN stays one. */
function toHalf(value: number): number {
  single[0] = value;
  const sign = (bits[0]! >>> 16) & 0x8000;
  const exponent = (bits[0]! >>> 23) & 0xff;
  const fraction = bits[0]! & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction === 0 ? 0 : 0x200);
  // Below 2^-14 halves are multiples of 2^-24: the leading one becomes part of the fraction, which shifts right.
  const shift = exponent < 113 ? 126 - exponent : 13;
  if (shift > 24) return sign;
  const whole = shift === 13 ? ((exponent - 112) << 23) | fraction : 0x800000 | fraction;
  const kept = whole >>> shift;
  const rest = whole & ((1 << shift) - 1);
  const tie = 1 << (shift - 1);
  const up = rest > tie || (rest === tie && kept % 2 === 1) ? 1 : 0;
  // A carry out of the fraction is the next exponent, and out of the largest exponent infinity.
  return sign | Math.min(0x7c00, kept + up);
}

/** Every half is a single. */
function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

export const toHalves = (values: Float32Array): Uint16Array => Uint16Array.from(values, toHalf);

export const fromHalves = (halves: Uint16Array): Float32Array =>
  Float32Array.from(halves, fromHalf);
