/**
 * Random numbers: the transforms of src/math/random-arrays.ts and portable-math.ts on two doubles at once, the same operations
 * in the same order, so the same bits. `k0` and `k1` are the key; counters run from 0.
 */
import { storePart } from "./simd";
import { blocks, second } from "./threefry-words";

@inline function d(x: f64): v128 {
  return f64x2.splat(x);
}

/** a + x b. */
@inline function horner(a: f64, x: v128, b: v128): v128 {
  return f64x2.add(d(a), f64x2.mul(x, b));
}

/** Two words, the first or the last of four, as doubles. */
@inline function doubles(words: v128, last: bool): v128 {
  return f64x2.convert_low_i32x4_u(last ? v128.shuffle<i64>(words, words, 1, 1) : words);
}

/** Two pairs of floats, mixed: a0 b0 a1 b1. */
@inline function paired(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 4, 1, 5);
}

/** log(x) for positive normal numbers. */
@inline function log2(x: v128): v128 {
  const top = i64x2.sub(i64x2.shr_u(x, 52), i64x2.splat(1023));
  let exponent = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(top, top, 0, 2, 0, 2));
  let m = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), d(1));
  const large = f64x2.gt(m, d(1.4142135623730951));
  m = v128.bitselect(f64x2.mul(m, d(0.5)), m, large);
  exponent = f64x2.add(exponent, v128.and(large, d(1)));
  const s = f64x2.div(f64x2.sub(m, d(1)), f64x2.add(m, d(1)));
  const t = f64x2.mul(s, s);
  let series = horner(1.0 / 13.0, t, d(1.0 / 15.0));
  series = horner(1.0 / 11.0, t, series);
  series = horner(1.0 / 9.0, t, series);
  series = horner(1.0 / 7.0, t, series);
  series = horner(1.0 / 5.0, t, series);
  series = horner(1.0 / 3.0, t, series);
  series = horner(1, t, series);
  const tail = f64x2.mul(f64x2.mul(d(2), s), series);
  return f64x2.add(f64x2.mul(exponent, d(0.6931471805599453)), tail);
}

/** sin(y) for |y| <= pi / 4, z = y^2. */
@inline function sinNear(y: v128, z: v128): v128 {
  let p = horner(-1.0 / 39916800.0, z, d(1.0 / 6227020800.0));
  p = horner(1.0 / 362880.0, z, p);
  p = horner(-1.0 / 5040.0, z, p);
  p = horner(1.0 / 120.0, z, p);
  p = horner(-1.0 / 6.0, z, p);
  return f64x2.mul(y, horner(1, z, p));
}

/** cos(y) for |y| <= pi / 4, z = y^2. */
@inline function cosNear(z: v128): v128 {
  let p = horner(1.0 / 479001600.0, z, d(-1.0 / 87178291200.0));
  p = horner(-1.0 / 3628800.0, z, p);
  p = horner(1.0 / 40320.0, z, p);
  p = horner(-1.0 / 720.0, z, p);
  p = horner(1.0 / 24.0, z, p);
  p = horner(-1.0 / 2.0, z, p);
  return horner(1, z, p);
}

/** Of quarter turns: `value`, or its negative in the third and fourth. */
@inline function signed(value: v128, quarter: v128): v128 {
  return v128.xor(value, i64x2.shl(i64x2.shr_u(quarter, 1), 63));
}

/** Two pairs of Box and Muller from the words of radii and of turns, as four floats. */
@inline function boxMuller(radii: v128, turns: v128): v128 {
  const uniform = f64x2.mul(f64x2.add(radii, d(1)), d(2.3283064365386963e-10));
  const radius = f64x2.sqrt(f64x2.mul(d(-2), log2(uniform)));
  const t = f64x2.mul(d(4), f64x2.mul(turns, d(2.3283064365386963e-10)));
  const nearest = f64x2.floor(f64x2.add(t, d(0.5)));
  const y = f64x2.mul(f64x2.sub(t, nearest), d(1.5707963267948966));
  const z = f64x2.mul(y, y);
  const sine = sinNear(y, z), cosine = cosNear(z);
  // A whole number in the lowest bits of each double's place.
  const quarter = i64x2.extend_low_i32x4_u(i32x4.trunc_sat_f64x2_u_zero(nearest));
  const next = i64x2.add(quarter, i64x2.splat(1));
  const odd = i64x2.ne(v128.and(quarter, i64x2.splat(1)), i64x2.splat(0));
  const cosTurn = signed(v128.bitselect(sine, cosine, odd), next);
  const sinTurn = signed(v128.bitselect(cosine, sine, odd), quarter);
  const even = f32x4.demote_f64x2_zero(f64x2.mul(radius, cosTurn));
  return paired(even, f32x4.demote_f64x2_zero(f64x2.mul(radius, sinTurn)));
}

/** n standard normal numbers. */
export function normals(n: i32, k0: i32, k1: i32, out: usize): void {
  for (let i: i32 = 0; i < n; i += 8) {
    const radii = blocks(k0, k1, i >> 1, 0), turns = second;
    storePart(out, boxMuller(doubles(radii, false), doubles(turns, false)), n - i);
    storePart(out + 16, boxMuller(doubles(radii, true), doubles(turns, true)), n - i - 4);
    out += 32;
  }
}

/** low + (word >>> 8) width of two words, as two floats. */
@inline function scaled(words: v128, last: bool, low: v128, width: v128): v128 {
  const fraction = doubles(i32x4.shr_u(words, 8), last);
  return f32x4.demote_f64x2_zero(f64x2.add(low, f64x2.mul(fraction, width)));
}

/** n uniform numbers low + j step, j from 0 to 2^24 - 1. */
export function uniforms(n: i32, k0: i32, k1: i32, out: usize, low: f64, step: f64): void {
  const from = d(low), width = d(step);
  for (let i: i32 = 0; i < n; i += 8) {
    const a = blocks(k0, k1, i >> 1, 0), b = second;
    storePart(out, paired(scaled(a, false, from, width), scaled(b, false, from, width)), n - i);
    storePart(out + 16, paired(scaled(a, true, from, width), scaled(b, true, from, width)), n - i - 4);
    out += 32;
  }
}

/** n random words. */
export function words(n: i32, k0: i32, k1: i32, out: usize): void {
  for (let i: i32 = 0; i < n; i += 8) {
    const a = blocks(k0, k1, i >> 1, 0), b = second;
    storePart(out, v128.shuffle<i32>(a, b, 0, 4, 1, 5), n - i);
    storePart(out + 16, v128.shuffle<i32>(a, b, 2, 6, 3, 7), n - i - 4);
    out += 32;
  }
}
