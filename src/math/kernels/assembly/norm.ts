/**
 * Standardising over the middle axis of [outer, n, inner]: y = (x - mean) / sqrt(variance + eps), the variance being the mean
 * square of the deviations. inner = 1 is a layer norm over rows, outer = 1 a batch norm over columns.
 */
import { loadPart, storePart, sumLanes } from "./simd";

/** Lanes beyond `count` become 0. */
@inline function only(word: v128, count: i32): v128 {
  return v128.and(word, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

/** Mean and 1 / sqrt(variance + eps) of n numbers in a row, to scratch and scratch + 4. */
function rowStatistics(n: i32, x: usize, eps: f32, scratch: usize): void {
  let total = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) total = f32x4.add(total, loadPart(x + (<usize>i << 2), n - i));
  const mean = sumLanes(total) / <f32>n;
  total = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) {
    const d = only(f32x4.sub(loadPart(x + (<usize>i << 2), n - i), f32x4.splat(mean)), n - i);
    total = f32x4.add(total, f32x4.mul(d, d));
  }
  store<f32>(scratch, mean);
  store<f32>(scratch, 1 / sqrt<f32>(sumLanes(total) / <f32>n + eps), 4);
}

/** The same of four columns, `next` bytes from row to row: the mean to scratch, the other 16 bytes on. */
function columnStatistics(n: i32, width: i32, x: usize, next: usize, eps: f32, scratch: usize): void {
  const count = f32x4.splat(<f32>n);
  let total = f32x4.splat(0);
  for (let i = 0, at = x; i < n; i++, at += next) total = f32x4.add(total, loadPart(at, width));
  const mean = f32x4.div(total, count);
  total = f32x4.splat(0);
  for (let i = 0, at = x; i < n; i++, at += next) {
    const d = f32x4.sub(loadPart(at, width), mean);
    total = f32x4.add(total, f32x4.mul(d, d));
  }
  const root = f32x4.sqrt(f32x4.add(f32x4.div(total, count), f32x4.splat(eps)));
  v128.store(scratch, mean);
  v128.store(scratch, f32x4.div(f32x4.splat(1), root), 16);
}

/** `scratch` holds 8 floats. */
export function standardise(outer: i32, n: i32, inner: i32, x: usize, eps: f32, out: usize, scratch: usize): void {
  const next = <usize>inner << 2;
  for (let o = 0; o < outer; o++) {
    if (inner == 1) {
      rowStatistics(n, x, eps, scratch);
      const mean = v128.load32_splat(scratch), scale = v128.load32_splat(scratch, 4);
      for (let i = 0; i < n; i += 4) {
        const at = <usize>i << 2;
        storePart(out + at, f32x4.mul(f32x4.sub(loadPart(x + at, n - i), mean), scale), n - i);
      }
    } else {
      for (let j = 0; j < inner; j += 4) {
        const width = inner - j;
        let at = <usize>j << 2;
        columnStatistics(n, width, x + at, next, eps, scratch);
        const mean = v128.load(scratch), scale = v128.load(scratch, 16);
        for (let i = 0; i < n; i++) {
          storePart(out + at, f32x4.mul(f32x4.sub(loadPart(x + at, width), mean), scale), width);
          at += next;
        }
      }
    }
    x += <usize>n * next;
    out += <usize>n * next;
  }
}

/** (dy - a - y b) scale, where y = (x - mean) scale. */
@inline function slope(dy: v128, x: v128, mean: v128, scale: v128, a: v128, b: v128): v128 {
  const y = f32x4.mul(f32x4.sub(x, mean), scale);
  return f32x4.mul(f32x4.sub(f32x4.sub(dy, a), f32x4.mul(y, b)), scale);
}

/** The gradient by x: (dy - mean of dy - y mean of (dy y)) / sqrt(variance + eps). `scratch` holds 8 floats. */
export function standardiseGrad(
  outer: i32, n: i32, inner: i32, dy: usize, x: usize, eps: f32, out: usize, scratch: usize,
): void {
  const next = <usize>inner << 2;
  const count = f32x4.splat(<f32>n);
  for (let o = 0; o < outer; o++) {
    for (let j = 0; j < inner; j += 4) {
      const isRow = inner == 1;
      const width = inner - j;
      if (isRow) rowStatistics(n, x, eps, scratch);
      else columnStatistics(n, width, x + (<usize>j << 2), next, eps, scratch);
      const mean = isRow ? v128.load32_splat(scratch) : v128.load(scratch);
      const scale = isRow ? v128.load32_splat(scratch, 4) : v128.load(scratch, 16);
      // Words of a row follow each other; those of columns are a row apart.
      const step: usize = isRow ? 16 : next;
      const words = isRow ? (n + 3) >> 2 : n;
      let a = f32x4.splat(0), b = f32x4.splat(0);
      let at = <usize>j << 2;
      for (let i = 0; i < words; i++) {
        const lanes = isRow ? n - (i << 2) : width;
        const d = loadPart(dy + at, lanes);
        a = f32x4.add(a, d);
        b = f32x4.add(b, f32x4.mul(d, f32x4.mul(f32x4.sub(loadPart(x + at, lanes), mean), scale)));
        at += step;
      }
      if (isRow) {
        a = f32x4.splat(sumLanes(a));
        b = f32x4.splat(sumLanes(b));
      }
      a = f32x4.div(a, count);
      b = f32x4.div(b, count);
      at = <usize>j << 2;
      for (let i = 0; i < words; i++) {
        const lanes = isRow ? n - (i << 2) : width;
        storePart(out + at, slope(loadPart(dy + at, lanes), loadPart(x + at, lanes), mean, scale, a, b), lanes);
        at += step;
      }
    }
    dy += <usize>n * next;
    x += <usize>n * next;
    out += <usize>n * next;
  }
}
