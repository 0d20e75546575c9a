/**
 * Standardising rows or columns: y = (x - mean) / sqrt(variance + eps), the variance being the mean square of the deviations.
 * A layer norm is over rows, a batch norm over columns.
 */
import { fill } from "./move";
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

/**
 * Means of n columns to `scratch`, and 1 / sqrt(variance + eps) behind them. Row by row, so that memory is read in its order.
 */
function columnStatistics(m: i32, n: i32, x: usize, eps: f32, scratch: usize): void {
  const count = f32x4.splat(<f32>m);
  const line = <usize>n << 2;
  fill(2 * n, scratch, 0);
  for (let row = 0, from = x; row < m; row++, from += line) {
    for (let j = 0; j < n; j += 4) {
      const at = scratch + (<usize>j << 2);
      storePart(at, f32x4.add(loadPart(at, n - j), loadPart(from + (<usize>j << 2), n - j)), n - j);
    }
  }
  for (let j = 0; j < n; j += 4) {
    const at = scratch + (<usize>j << 2);
    storePart(at, f32x4.div(loadPart(at, n - j), count), n - j);
  }
  for (let row = 0, from = x; row < m; row++, from += line) {
    for (let j = 0; j < n; j += 4) {
      const at = scratch + (<usize>j << 2);
      const d = f32x4.sub(loadPart(from + (<usize>j << 2), n - j), loadPart(at, n - j));
      storePart(at + line, f32x4.add(loadPart(at + line, n - j), f32x4.mul(d, d)), n - j);
    }
  }
  for (let j = 0; j < n; j += 4) {
    const at = scratch + line + (<usize>j << 2);
    const variance = f32x4.add(f32x4.div(loadPart(at, n - j), count), f32x4.splat(eps));
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
  const share = f32x4.splat(1 / <f32>m);
  fill(2 * n, a, 0);
  for (let row = 0; row < m; row++) {
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const d = loadPart(dy + at, n - j);
      const y = standard(loadPart(x + at, n - j), loadPart(scratch + at, n - j), loadPart(scales + at, n - j));
      storePart(a + at, f32x4.add(loadPart(a + at, n - j), d), n - j);
      storePart(b + at, f32x4.add(loadPart(b + at, n - j), f32x4.mul(d, y)), n - j);
    }
    dy += line;
    x += line;
  }
  dy -= <usize>m * line;
  x -= <usize>m * line;
  for (let row = 0; row < m; row++) {
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      const mean = loadPart(scratch + at, n - j), scale = loadPart(scales + at, n - j);
      const meanA = f32x4.mul(loadPart(a + at, n - j), share), meanB = f32x4.mul(loadPart(b + at, n - j), share);
      const word = slope(loadPart(dy + at, n - j), loadPart(x + at, n - j), mean, scale, meanA, meanB);
      storePart(out + at, word, n - j);
    }
    dy += line;
    x += line;
    out += line;
  }
}
