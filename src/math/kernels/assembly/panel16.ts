/**
 * As panel.ts for 16 columns and a single run, two rows at a time: of the tiles that fit into sixteen registers this one has
 * the fewest addresses to keep.
 */
import { ADD, MASK, RELU } from "./panel";
import { madd, masked } from "./simd";

/** Writes sixteen numbers of a row. The mask's row lies at c + mask. */
@inline function put16(
  c: usize, v0: v128, v1: v128, v2: v128, v3: v128, mode: i32, mask: usize,
): void {
  if (mode) {
    if (mode & MASK) {
      const at = c + mask;
      v0 = masked(v0, v128.load(at));
      v1 = masked(v1, v128.load(at, 16));
      v2 = masked(v2, v128.load(at, 32));
      v3 = masked(v3, v128.load(at, 48));
    }
    if (mode & RELU) {
      // This way round a NaN stays.
      const zero = f32x4.splat(0);
      v0 = f32x4.pmax(v0, zero);
      v1 = f32x4.pmax(v1, zero);
      v2 = f32x4.pmax(v2, zero);
      v3 = f32x4.pmax(v3, zero);
    }
    if (mode & ADD) {
      v0 = f32x4.add(v128.load(c), v0);
      v1 = f32x4.add(v128.load(c, 16), v1);
      v2 = f32x4.add(v128.load(c, 32), v2);
      v3 = f32x4.add(v128.load(c, 48), v3);
    }
  }
  v128.store(c, v0);
  v128.store(c, v1, 16);
  v128.store(c, v2, 32);
  v128.store(c, v3, 48);
}

/** C[M, 16] = act(A B + bias). Unless the 16 numbers of B lie side by side (`bStep` 64) rows are taken one by one, more slowly. */
export function panel16(
  M: i32, K: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize,
  c: usize, cRow: usize, bias: usize, mode: i32,
): void {
  const mask = bias - c;
  if (mode & MASK) bias = 0;
  const zero = f32x4.splat(0);
  const i0 = bias ? v128.load(bias) : zero, i1 = bias ? v128.load(bias, 16) : zero;
  const i2 = bias ? v128.load(bias, 32) : zero, i3 = bias ? v128.load(bias, 48) : zero;
  let m: i32 = 0;
  let row = a, at = c;
  while (bStep == 64 && m < M) {
    if (m == M - 1) {
      // The last row again together with that before it, unless that would add twice.
      if (m == 0 || mode & ADD) break;
      m -= 1;
      row -= aRow;
      at -= cRow;
    }
    let c00 = i0, c01 = i1, c02 = i2, c03 = i3, c10 = i0, c11 = i1, c12 = i2, c13 = i3;
    let a0 = row, a1 = a0 + aRow, q = b;
    // Four terms a turn. The ways out in between stop the compiler from loading for all of them at once, into more
    // registers than there are.
    for (let k = K; k > 0; k -= 4) {
      let b0: v128, b1: v128, b2: v128, b3: v128, s: v128;
      b0 = v128.load(q), b1 = v128.load(q, 16), b2 = v128.load(q, 32), b3 = v128.load(q, 48);
      s = v128.load32_splat(a0);
      c00 = madd(c00, s, b0), c01 = madd(c01, s, b1), c02 = madd(c02, s, b2), c03 = madd(c03, s, b3);
      s = v128.load32_splat(a1);
      c10 = madd(c10, s, b0), c11 = madd(c11, s, b1), c12 = madd(c12, s, b2), c13 = madd(c13, s, b3);
      a0 += aStep;
      a1 += aStep;
      if (k <= 1) break;

      b0 = v128.load(q, 64), b1 = v128.load(q, 80), b2 = v128.load(q, 96), b3 = v128.load(q, 112);
      s = v128.load32_splat(a0);
      c00 = madd(c00, s, b0), c01 = madd(c01, s, b1), c02 = madd(c02, s, b2), c03 = madd(c03, s, b3);
      s = v128.load32_splat(a1);
      c10 = madd(c10, s, b0), c11 = madd(c11, s, b1), c12 = madd(c12, s, b2), c13 = madd(c13, s, b3);
      a0 += aStep;
      a1 += aStep;
      if (k <= 2) break;

      b0 = v128.load(q, 128), b1 = v128.load(q, 144), b2 = v128.load(q, 160), b3 = v128.load(q, 176);
      s = v128.load32_splat(a0);
      c00 = madd(c00, s, b0), c01 = madd(c01, s, b1), c02 = madd(c02, s, b2), c03 = madd(c03, s, b3);
      s = v128.load32_splat(a1);
      c10 = madd(c10, s, b0), c11 = madd(c11, s, b1), c12 = madd(c12, s, b2), c13 = madd(c13, s, b3);
      a0 += aStep;
      a1 += aStep;
      if (k <= 3) break;

      b0 = v128.load(q, 192), b1 = v128.load(q, 208), b2 = v128.load(q, 224), b3 = v128.load(q, 240);
      s = v128.load32_splat(a0);
      c00 = madd(c00, s, b0), c01 = madd(c01, s, b1), c02 = madd(c02, s, b2), c03 = madd(c03, s, b3);
      s = v128.load32_splat(a1);
      c10 = madd(c10, s, b0), c11 = madd(c11, s, b1), c12 = madd(c12, s, b2), c13 = madd(c13, s, b3);
      a0 += aStep;
      a1 += aStep;
      q += 256;
    }
    put16(at, c00, c01, c02, c03, mode, mask);
    put16(at + cRow, c10, c11, c12, c13, mode, mask);
    m += 2;
    row += 2 * aRow;
    at += 2 * cRow;
  }
  for (; m < M; m++) {
    let c0 = i0, c1 = i1, c2 = i2, c3 = i3;
    let a0 = a + <usize>m * aRow, q = b;
    for (let k = 0; k < K; k++) {
      const s = v128.load32_splat(a0);
      c0 = madd(c0, s, v128.load(q));
      c1 = madd(c1, s, v128.load(q, 16));
      c2 = madd(c2, s, v128.load(q, 32));
      c3 = madd(c3, s, v128.load(q, 48));
      a0 += aStep;
      q += bStep;
    }
    put16(c + <usize>m * cRow, c0, c1, c2, c3, mode, mask);
  }
}
