/** Sums and maxima over the middle axis of [outer, n, inner], and soft maxima of rows. */
import { exp4 } from "./transcendental";
import { loadPart, storePart, sumLanes } from "./simd";

/** Lanes of a word from the `count`-th on become those of `filler`. */
@inline function fillFrom(word: v128, count: i32, filler: v128): v128 {
  return v128.bitselect(word, filler, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

@inline function join(isMax: bool, a: v128, b: v128): v128 {
  return isMax ? f32x4.max(a, b) : f32x4.add(a, b);
}

/** All lanes of a word in one number. */
@inline function fold(isMax: bool, w: v128): f32 {
  if (!isMax) return sumLanes(w);
  const half = f32x4.max(w, i8x16.shuffle(w, w, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return max<f32>(f32x4.extract_lane(half, 0), f32x4.extract_lane(half, 1));
}

/** n numbers in a row, in 16 interleaved chains: fast, and more exact than one after the other. */
@inline function row(isMax: bool, n: i32, x: usize): f32 {
  const none = isMax ? f32x4.splat(-Infinity) : f32x4.splat(0);
  let r0 = none, r1 = none, r2 = none, r3 = none;
  for (; n >= 16; n -= 16) {
    r0 = join(isMax, r0, v128.load(x));
    r1 = join(isMax, r1, v128.load(x, 16));
    r2 = join(isMax, r2, v128.load(x, 32));
    r3 = join(isMax, r3, v128.load(x, 48));
    x += 64;
  }
  for (; n >= 4; n -= 4) {
    r0 = join(isMax, r0, v128.load(x));
    x += 16;
  }
  if (n > 0) r1 = join(isMax, r1, fillFrom(loadPart(x, n), n, none));
  return fold(isMax, join(isMax, join(isMax, r0, r1), join(isMax, r2, r3)));
}

/** Numbers of a row, and rows of columns, that are added up before they join the total: long chains of sums lose digits. */
const ROW_CHUNK: i32 = 4096;
const COLUMN_CHUNK: i32 = 256;

@inline function reduce(isMax: bool, outer: i32, n: i32, inner: i32, x: usize, out: usize): void {
  const next = <usize>inner << 2;
  const none = isMax ? f32x4.splat(-Infinity) : f32x4.splat(0);
  for (let o = 0; o < outer; o++) {
    if (inner == 1) {
      let total: f32 = row(isMax, min(n, ROW_CHUNK), x);
      for (let i = ROW_CHUNK; i < n; i += ROW_CHUNK) {
        const part = row(isMax, min(n - i, ROW_CHUNK), x + (<usize>i << 2));
        total = isMax ? max<f32>(total, part) : total + part;
      }
      store<f32>(out, total);
    } else {
      let j: i32 = 0;
      // Columns by the line of the cache, the rest four at a time with even and odd rows in chains of their own.
      for (; j + 16 <= inner; j += 16) {
        let r0 = none, r1 = none, r2 = none, r3 = none;
        let at = x + (<usize>j << 2);
        for (let left = n; left > 0; left -= COLUMN_CHUNK) {
          let p0 = none, p1 = none, p2 = none, p3 = none;
          for (let i = min(left, COLUMN_CHUNK); i > 0; i--) {
            p0 = join(isMax, p0, v128.load(at));
            p1 = join(isMax, p1, v128.load(at, 16));
            p2 = join(isMax, p2, v128.load(at, 32));
            p3 = join(isMax, p3, v128.load(at, 48));
            at += next;
          }
          r0 = join(isMax, r0, p0);
          r1 = join(isMax, r1, p1);
          r2 = join(isMax, r2, p2);
          r3 = join(isMax, r3, p3);
        }
        const to = out + (<usize>j << 2);
        v128.store(to, r0);
        v128.store(to, r1, 16);
        v128.store(to, r2, 32);
        v128.store(to, r3, 48);
      }
      for (; j < inner; j += 4) {
        const width = inner - j;
        let even = none, odd = none;
        let at = x + (<usize>j << 2);
        let i: i32 = 0;
        for (; i + 2 <= n; i += 2) {
          even = join(isMax, even, loadPart(at, width));
          odd = join(isMax, odd, loadPart(at + next, width));
          at += 2 * next;
        }
        if (i < n) even = join(isMax, even, loadPart(at, width));
        storePart(out + (<usize>j << 2), join(isMax, even, odd), width);
      }
    }
    x += <usize>n * next;
    out += next;
  }
}

/** out[outer, inner] = sum over n. */
export function sum(outer: i32, n: i32, inner: i32, x: usize, out: usize): void {
  reduce(false, outer, n, inner, x, out);
}
/** out[outer, inner] = the greatest of n, -Infinity of none; a NaN wins. */
export function maxOver(outer: i32, n: i32, inner: i32, x: usize, out: usize): void {
  reduce(true, outer, n, inner, x, out);
}

/** e^x over its sum along rows of n. */
export function softmax(rows: i32, n: i32, x: usize, out: usize): void {
  for (let i = 0; i < rows; i++) {
    const peak = f32x4.splat(row(true, n, x));
    for (let j = 0; j < n; j += 4) {
      const at = <usize>j << 2;
      storePart(out + at, exp4(f32x4.sub(loadPart(x + at, n - j), peak)), n - j);
    }
    const total = f32x4.splat(row(false, n, out));
    for (let j = 0; j < n; j += 4) {
      const at = out + (<usize>j << 2);
      storePart(at, f32x4.div(loadPart(at, n - j), total), n - j);
    }
    x += <usize>n << 2;
    out += <usize>n << 2;
  }
}
