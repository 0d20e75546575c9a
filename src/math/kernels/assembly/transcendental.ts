/**
 * exp, log, tanh, sigmoid and softplus of four numbers at once, in plain float32 arithmetic: the same bits on every machine.
 * The polynomials are those of Moshier's Cephes library (expf.c, logf.c, tanhf.c; https://www.netlib.org/cephes/), whose
 * coefficients are minimax fits. Errors, in units in the last place, are bounded by tests/math/kernels/assembly/transcendental.test.ts.
 */
import { loadPart, madd, storePart } from "./simd";

@inline function s(x: f32): v128 {
  return f32x4.splat(x);
}

/** 2^n for whole n from -126 to 127, as int32. */
@inline function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

@inline export function exp4(x: v128): v128 {
  // Below -104 the result is 0. Arithmetic on the way there would be slow: numbers that small are an exception to processors.
  const vanishes = f32x4.lt(x, s(-104));
  // Above 89 it is infinite anyway. This way round a NaN stays.
  x = v128.andnot(f32x4.pmin(x, s(89)), vanishes);
  // Adding 1.5 2^23 rounds to a whole number, which then stands in the lowest bits.
  const shifted = f32x4.add(f32x4.mul(x, s(1.44269504)), s(12582912));
  const n = f32x4.sub(shifted, s(12582912));
  // x - n log 2 in two parts, the first of which has few enough bits for an exact product.
  let r = f32x4.sub(x, f32x4.mul(n, s(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, s(2.12194440e-4)));
  let p = madd(s(1.3981999507e-3), r, s(1.9875691500e-4));
  p = madd(s(8.3334519073e-3), r, p);
  p = madd(s(4.1665795894e-2), r, p);
  p = madd(s(1.6666665459e-1), r, p);
  p = madd(s(0.5), r, p);
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), s(1));
  // In two factors: 2^n itself may be too small or too large while the result isn't.
  const whole = i32x4.sub(shifted, s(12582912));
  const half = i32x4.shr_s(whole, 1);
  const result = f32x4.mul(f32x4.mul(p, power(half)), power(i32x4.sub(whole, half)));
  return v128.andnot(result, vanishes);
}

@inline export function log4(x: v128): v128 {
  // Numbers too small for the usual form are scaled up first.
  const tiny = f32x4.lt(x, s(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, s(8388608)), x, tiny);
  const bits = scaled;
  let e = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_s(bits, 23), i32x4.splat(126)));
  e = f32x4.sub(e, v128.and(tiny, s(23)));
  let m = v128.or(v128.and(bits, i32x4.splat(0x007fffff)), s(0.5));
  // m is in [1/2, 1); below sqrt(1/2) it is doubled.
  const low = f32x4.lt(m, s(0.70710678));
  e = f32x4.sub(e, v128.and(low, s(1)));
  m = f32x4.sub(f32x4.add(m, v128.and(low, m)), s(1));
  const z = f32x4.mul(m, m);
  let p = madd(s(-1.1514610310e-1), m, s(7.0376836292e-2));
  p = madd(s(1.1676998740e-1), m, p);
  p = madd(s(-1.2420140846e-1), m, p);
  p = madd(s(1.4249322787e-1), m, p);
  p = madd(s(-1.6668057665e-1), m, p);
  p = madd(s(2.0000714765e-1), m, p);
  p = madd(s(-2.4999993993e-1), m, p);
  p = madd(s(3.3333331174e-1), m, p);
  p = f32x4.mul(f32x4.mul(p, m), z);
  p = f32x4.sub(p, f32x4.mul(e, s(2.12194440e-4)));
  p = f32x4.sub(p, f32x4.mul(z, s(0.5)));
  let y = f32x4.add(f32x4.add(m, p), f32x4.mul(e, s(0.693359375)));
  y = v128.bitselect(s(-Infinity), y, f32x4.eq(x, s(0)));
  y = v128.bitselect(x, y, f32x4.eq(x, s(Infinity)));
  // Negative or not a number.
  return v128.bitselect(y, s(NaN), f32x4.ge(x, s(0)));
}

@inline export function tanh4(x: v128): v128 {
  const size = f32x4.abs(x);
  const far = f32x4.sub(s(1), f32x4.div(s(2), f32x4.add(exp4(f32x4.add(size, size)), s(1))));
  const z = f32x4.mul(x, x);
  let p = madd(s(2.06390887954e-2), z, s(-5.70498872745e-3));
  p = madd(s(-5.37397155531e-2), z, p);
  p = madd(s(1.33314422036e-1), z, p);
  p = madd(s(-3.33332819422e-1), z, p);
  const near = madd(size, f32x4.mul(p, z), size);
  return v128.or(v128.bitselect(near, far, f32x4.lt(size, s(0.625))), v128.and(x, s(-0.0)));
}

@inline export function sigmoid4(x: v128): v128 {
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(e, s(1), f32x4.lt(x, s(0))), f32x4.add(e, s(1)));
}

@inline function softplus4(x: v128): v128 {
  // max(x, 0) + log(1 + e), with what rounding 1 + e loses put back.
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  const u = f32x4.add(e, s(1));
  const lost = f32x4.div(f32x4.sub(e, f32x4.sub(u, s(1))), u);
  return f32x4.add(f32x4.pmax(x, s(0)), f32x4.add(log4(u), lost));
}

const EXP: i32 = 0, LOG: i32 = 1, TANH: i32 = 2, SIGMOID: i32 = 3;

@inline function apply(op: i32, x: v128): v128 {
  if (op == EXP) return exp4(x);
  if (op == LOG) return log4(x);
  if (op == TANH) return tanh4(x);
  if (op == SIGMOID) return sigmoid4(x);
  return softplus4(x);
}

@inline function each(op: i32, n: i32, x: usize, out: usize): void {
  for (; n >= 4; n -= 4) {
    v128.store(out, apply(op, v128.load(x)));
    x += 16;
    out += 16;
  }
  if (n > 0) storePart(out, apply(op, loadPart(x, n)), n);
}

/** out = e^x of n numbers; results too small for full precision included. */
export function exp(n: i32, x: usize, out: usize): void {
  each(EXP, n, x, out);
}
/** The natural logarithm: -Infinity at 0, NaN below. */
export function log(n: i32, x: usize, out: usize): void {
  each(LOG, n, x, out);
}
export function tanh(n: i32, x: usize, out: usize): void {
  each(TANH, n, x, out);
}
/** 1 / (1 + e^-x). */
export function sigmoid(n: i32, x: usize, out: usize): void {
  each(SIGMOID, n, x, out);
}
/** log(1 + e^x). */
export function softplus(n: i32, x: usize, out: usize): void {
  each(4, n, x, out);
}
