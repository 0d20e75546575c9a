/**
 * Standardising rows or columns: y = (x - mean) / sqrt(variance + eps), the variance being the mean square of the deviations.
 * A layer norm is over rows, a batch norm over columns.
 */
import { sum } from "./sums";
import { loadPart, storePart, sumLanes } from "./simd";

/** Lanes from `count` on become 0. */
@inline function only(word: v128, count: i32): v128 {
  return v128.and(word, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

/** (x - mean) scale. */
@inline function standard(x: v128, mean: v128, scale: v128): v128 {
  return f32x4.mul(f32x4.sub(x, mean), scale);
}

/** (dy - a - y b) scale, where y is x standardised. */
@inline function slope(dy: v128, x: v128, mean: v128, scale: v128, a: v128, b: v128): v128 {
  const rest = f32x4.sub(f32x4.sub(dy, a), f32x4.mul(standard(x, mean, scale), b));
  return f32x4.mul(rest, scale);
}

@inline function meanOfRow(n: i32, x: usize): v128 {
  let total = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) total = f32x4.add(total, loadPart(x + (<usize>i << 2), n - i));
  return f32x4.splat(sumLanes(total) / <f32>n);
}

@inline function scaleOfRow(n: i32, x: usize, mean: v128, eps: f32): v128 {
  let total = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) {
    const d = only(f32x4.sub(loadPart(x + (<usize>i << 2), n - i), mean), n - i);
    total = f32x4.add(total, f32x4.mul(d, d));
  }
  return f32x4.splat(1 / sqrt<f32>(sumLanes(total) / <f32>n + eps));
}

/** Each of m rows of n numbers. */
export function standardiseRows(m: i32, n: i32, x: usize, eps: f32, out: usize): void {
  for (let row = 0; row < m; row++) {
    const mean = meanOfRow(n, x), scale = scaleOfRow(n, x, mean, eps);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      storePart(out + at, standard(loadPart(x + at, n - j), mean, scale), n - j);
    }
    x += <usize>n << 2;
    out += <usize>n << 2;
  }
}

/** The gradient by x: (dy - mean of dy - y mean of (dy y)) / sqrt(variance + eps). */
export function standardiseRowsGrad(m: i32, n: i32, dy: usize, x: usize, eps: f32, out: usize): void {
  for (let row = 0; row < m; row++) {
    const mean = meanOfRow(n, x), scale = scaleOfRow(n, x, mean, eps);
    let total = f32x4.splat(0);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const y = standard(loadPart(x + at, n - j), mean, scale);
      total = f32x4.add(total, f32x4.mul(loadPart(dy + at, n - j), y));
    }
    const a = meanOfRow(n, dy), b = f32x4.splat(sumLanes(total) / <f32>n);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const word = slope(loadPart(dy + at, n - j), loadPart(x + at, n - j), mean, scale, a, b);
      storePart(out + at, word, n - j);
    }
    dy += <usize>n << 2;
    x += <usize>n << 2;
    out += <usize>n << 2;
  }
}

/** What a number adds to its column's sum: (x - mean)^2, or dy y where y is x standardised. */
@inline function term(isSlope: bool, x: v128, dy: usize, count: i32, mean: v128, scale: v128): v128 {
  const d = f32x4.sub(x, mean);
  return isSlope ? f32x4.mul(loadPart(dy, count), f32x4.mul(d, scale)) : f32x4.mul(d, d);
}

/** Sums over m rows of the terms of n columns, means before and scales behind them at `scratch`; a line of the cache at a time. */
@inline function columnSums(isSlope: bool, m: i32, n: i32, x: usize, dy: usize, scratch: usize, out: usize): void {
  const line = <usize>n << 2;
  const by = dy - x;
  let j: i32 = 0;
  for (; j + 16 <= n; j += 16) {
    const stats = scratch + (<usize>j << 2);
    const m0 = v128.load(stats), m1 = v128.load(stats, 16), m2 = v128.load(stats, 32), m3 = v128.load(stats, 48);
    const scales = isSlope ? stats + line : stats;
    const s0 = v128.load(scales), s1 = v128.load(scales, 16), s2 = v128.load(scales, 32), s3 = v128.load(scales, 48);
    let r0 = f32x4.splat(0), r1 = r0, r2 = r0, r3 = r0;
    let at = x + (<usize>j << 2);
    for (let row = 0; row < m; row++) {
      r0 = f32x4.add(r0, term(isSlope, v128.load(at), at + by, 4, m0, s0));
      r1 = f32x4.add(r1, term(isSlope, v128.load(at, 16), at + 16 + by, 4, m1, s1));
      r2 = f32x4.add(r2, term(isSlope, v128.load(at, 32), at + 32 + by, 4, m2, s2));
      r3 = f32x4.add(r3, term(isSlope, v128.load(at, 48), at + 48 + by, 4, m3, s3));
      at += line;
    }
    const to = out + (<usize>j << 2);
    v128.store(to, r0);
    v128.store(to, r1, 16);
    v128.store(to, r2, 32);
    v128.store(to, r3, 48);
  }
  for (; j < n; j += 4) {
    const count = n - j;
    const stats = scratch + (<usize>j << 2);
    const mean = loadPart(stats, count);
    const scale = isSlope ? loadPart(stats + line, count) : mean;
    let total = f32x4.splat(0);
    let at = x + (<usize>j << 2);
    for (let row = 0; row < m; row++) {
      total = f32x4.add(total, term(isSlope, loadPart(at, count), at + by, count, mean, scale));
      at += line;
    }
    storePart(out + (<usize>j << 2), total, count);
  }
}

/** n numbers divided by m, in place. */
function share(m: i32, n: i32, x: usize): void {
  for (let j = 0; j < n; j += 4) {
    const at = x + (<usize>j << 2);
    storePart(at, f32x4.div(loadPart(at, n - j), f32x4.splat(<f32>m)), n - j);
  }
}

/** Means of n columns to `scratch`, and 1 / sqrt(variance + eps) behind them. */
function columnStatistics(m: i32, n: i32, x: usize, eps: f32, scratch: usize): void {
  sum(1, m, n, x, scratch);
  share(m, n, scratch);
  const scales = scratch + (<usize>n << 2);
  columnSums(false, m, n, x, x, scratch, scales);
  share(m, n, scales);
  for (let j = 0; j < n; j += 4) {
    const at = scales + (<usize>j << 2);
    const variance = f32x4.add(loadPart(at, n - j), f32x4.splat(eps));
    storePart(at, f32x4.div(f32x4.splat(1), f32x4.sqrt(variance)), n - j);
  }
}

/** Each of the n columns of m rows. `scratch` holds 2 n floats. */
export function standardiseColumns(m: i32, n: i32, x: usize, eps: f32, out: usize, scratch: usize): void {
  columnStatistics(m, n, x, eps, scratch);
  const scales = scratch + (<usize>n << 2);
  for (let row = 0; row < m; row++) {
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const mean = loadPart(scratch + at, n - j), scale = loadPart(scales + at, n - j);
      storePart(out + at, standard(loadPart(x + at, n - j), mean, scale), n - j);
    }
    x += <usize>n << 2;
    out += <usize>n << 2;
  }
}

/** The gradient by x, as over rows. `scratch` holds 4 n floats. */
export function standardiseColumnsGrad(
  m: i32, n: i32, dy: usize, x: usize, eps: f32, out: usize, scratch: usize,
): void {
  columnStatistics(m, n, x, eps, scratch);
  const line = <usize>n << 2;
  const scales = scratch + line, a = scales + line, b = a + line;
  sum(1, m, n, dy, a);
  columnSums(true, m, n, x, dy, scratch, b);
  share(m, 2 * n, a);
  for (let row = 0; row < m; row++) {
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const mean = loadPart(scratch + at, n - j), scale = loadPart(scales + at, n - j);
      const byMean = loadPart(a + at, n - j), byY = loadPart(b + at, n - j);
      const word = slope(loadPart(dy + at, n - j), loadPart(x + at, n - j), mean, scale, byMean, byY);
      storePart(out + at, word, n - j);
    }
    dy += line;
    x += line;
    out += line;
  }
}
