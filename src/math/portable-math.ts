/**
 * Logarithm, exponential, sine and cosine whose last bits are the same everywhere. Browsers may round Math.log and Math.cos each in
 * their own way; + - * / and bit casts are exact by IEEE 754, and these use nothing else.
 */

const double = new Float64Array(1);
/** The same 8 bytes; word 1 holds sign, exponent and the top of the fraction (all platforms with wasm are little-endian). */
const words = new Uint32Array(double.buffer);

/** The natural logarithm of a positive normal number, within 1e-13 of its size (relative error). */
export function log(x: number): number {
  double[0] = x;
  const top = words[1]!;
  let exponent = (top >>> 20) - 1023;
  words[1] = (top & 0x000fffff) | 0x3ff00000;
  let m = double[0];
  if (m > Math.SQRT2) {
    m *= 0.5;
    exponent += 1;
  }
  // log m = 2 artanh s with |s| <= 0.1716; the first term left out, 2 s^17 / 17, is below 1.2e-14.
  const s = (m - 1) / (m + 1);
  const t = s * s;
  const series =
    1 +
    t *
      (1 / 3 +
        t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15)))))));
  return exponent * Math.LN2 + 2 * s * series;
}

/** e to the power of x for x from -700 to 700, within 1e-13 of its size (relative error). */
export function exp(x: number): number {
  const power = Math.round(x / Math.LN2);
  const y = x - power * Math.LN2;
  // Taylor series for |y| <= 0.3466: the first term left out, y^13 / 13!, is below 1.7e-16.
  let series = 1;
  for (let n = 12; n > 0; n--) series = 1 + (y / n) * series;
  double[0] = 1;
  words[1] = (1023 + power) << 20;
  return series * double[0];
}

const QUARTER = Math.PI / 2;

/** sin(2 pi t) for t from 0 to 1 (turns), within 1e-13. */
export const sinTurn = (t: number): number => sinQuarters(4 * t, 0);

/** cos(2 pi t) for t from 0 to 1 (turns), within 1e-13. */
export const cosTurn = (t: number): number => sinQuarters(4 * t, 1);

/** sin((t + shift) pi / 2) for t from 0 to 4 and shift 0 or 1. */
function sinQuarters(t: number, shift: number): number {
  const nearest = (t + 0.5) | 0;
  const y = (t - nearest) * QUARTER;
  const quarter = nearest + shift;
  const value = (quarter & 1) === 0 ? sinNear(y) : cosNear(y);
  return (quarter & 2) === 0 ? value : -value;
}

/** Taylor series for |y| <= pi / 4: the first term left out, y^15 / 15!, is below 2.1e-14. */
function sinNear(y: number): number {
  const z = y * y;
  return (
    y *
    (1 +
      z *
        (-1 / 6 +
          z *
            (1 / 120 +
              z * (-1 / 5040 + z * (1 / 362880 + z * (-1 / 39916800 + z * (1 / 6227020800)))))))
  );
}

/** Taylor series for |y| <= pi / 4: the first term left out, y^16 / 16!, is below 1.1e-15. */
function cosNear(y: number): number {
  const z = y * y;
  return (
    1 +
    z *
      (-1 / 2 +
        z *
          (1 / 24 +
            z *
              (-1 / 720 +
                z *
                  (1 / 40320 + z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200)))))))
  );
}
