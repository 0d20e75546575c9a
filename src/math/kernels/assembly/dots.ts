/** Products with very few columns, as scalar products of rows. */
import { loadPart, madd, sumLanes } from "./simd";
import { ADD, RELU } from "./panel";

@inline function put(c: usize, value: f32, mode: i32): void {
  // This way round a NaN stays.
  if (mode & RELU) value = value < 0 ? 0 : value;
  store<f32>(c, mode & ADD ? load<f32>(c) + value : value);
}

/** Sums of four words each, as `sumLanes` adds them. */
@inline function sums4(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const lo = f32x4.add(v128.shuffle<i32>(s0, s1, 0, 4, 1, 5), v128.shuffle<i32>(s0, s1, 2, 6, 3, 7));
  const hi = f32x4.add(v128.shuffle<i32>(s2, s3, 0, 4, 1, 5), v128.shuffle<i32>(s2, s3, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<i32>(lo, hi, 0, 1, 4, 5), v128.shuffle<i32>(lo, hi, 2, 3, 6, 7));
}

/** One column of C: c[m] = a[m] b + start for M rows of K numbers, `aRow` and `cRow` bytes apart. `mode` as in panel.ts. */
export function dots(
  M: i32, K: i32, a: usize, aRow: usize, b: usize, c: usize, cRow: usize, start: f32, mode: i32,
): void {
  let m: i32 = 0;
  for (; m + 4 <= M; m += 4) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let a0 = a, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
    let q = b;
    let k = K;
    for (; k >= 4; k -= 4) {
      const w = v128.load(q);
      s0 = madd(s0, v128.load(a0), w);
      s1 = madd(s1, v128.load(a1), w);
      s2 = madd(s2, v128.load(a2), w);
      s3 = madd(s3, v128.load(a3), w);
      a0 += 16;
      a1 += 16;
      a2 += 16;
      a3 += 16;
      q += 16;
    }
    if (k > 0) {
      const w = loadPart(q, k);
      s0 = madd(s0, loadPart(a0, k), w);
      s1 = madd(s1, loadPart(a1, k), w);
      s2 = madd(s2, loadPart(a2, k), w);
      s3 = madd(s3, loadPart(a3, k), w);
    }
    const total = f32x4.add(sums4(s0, s1, s2, s3), f32x4.splat(start));
    put(c, f32x4.extract_lane(total, 0), mode);
    put(c + cRow, f32x4.extract_lane(total, 1), mode);
    put(c + 2 * cRow, f32x4.extract_lane(total, 2), mode);
    put(c + 3 * cRow, f32x4.extract_lane(total, 3), mode);
    a += 4 * aRow;
    c += 4 * cRow;
  }
  for (; m < M; m++) {
    let s = f32x4.splat(0);
    for (let k: i32 = 0; k < K; k += 4) {
      const at = <usize>k << 2;
      s = madd(s, loadPart(a + at, K - k), loadPart(b + at, K - k));
    }
    put(c, sumLanes(s) + start, mode);
    a += aRow;
    c += cRow;
  }
}
