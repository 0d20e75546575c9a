/**
 * The one loop that all products run: C[M, width] = A B for a panel of at most 8 columns. A number of C is a sum over `runs`
 * stretches of `length` terms; a convolution has a run for each row of its filter, a plain product has one.
 *
 * Row m of A starts at a + m aRow; within a run its terms are aStep apart, and runs aRun. B is read bStep a term. All in bytes.
 */
import { loadPart, madd, masked, storePart } from "./simd";

/**
 * Bits of `mode`: negative results become 0; results are added to what C holds; results stay only where the number at the same
 * place of a matrix of C's shape is positive, whose address then stands for that of the bias.
 */
export const RELU: i32 = 1;
export const ADD: i32 = 2;
export const MASK: i32 = 4;

/** Writes eight numbers of a row, or fewer. The mask's row lies at c + mask. */
@inline function put(c: usize, v0: v128, v1: v128, width: i32, mode: i32, mask: usize): void {
  if (mode & MASK) {
    v0 = masked(v0, loadPart(c + mask, width));
    v1 = masked(v1, loadPart(c + mask + 16, width - 4));
  }
  if (mode & RELU) {
    // This way round a NaN stays.
    v0 = f32x4.pmax(v0, f32x4.splat(0));
    v1 = f32x4.pmax(v1, f32x4.splat(0));
  }
  if (mode & ADD) {
    v0 = f32x4.add(loadPart(c, width), v0);
    v1 = f32x4.add(loadPart(c + 16, width - 4), v1);
  }
  if (width == 8) {
    v128.store(c, v0);
    v128.store(c, v1, 16);
  } else {
    storePart(c, v0, width);
    storePart(c + 16, v1, width - 4);
  }
}

/** Up to 8 columns. B has 8 numbers a term. `bias` is 0 or the address of `width` numbers that the sums start from. */
export function panel8(
  M: i32, width: i32, runs: i32, length: i32, a: usize, aRow: usize, aStep: usize, aRun: usize,
  b: usize, bStep: usize, c: usize, cRow: usize, bias: usize, mode: i32,
): void {
  const mask = bias - c;
  if (mode & MASK) bias = 0;
  const i0 = bias ? loadPart(bias, width) : f32x4.splat(0);
  const i1 = bias ? loadPart(bias + 16, width - 4) : f32x4.splat(0);
  let m: i32 = 0;
  while (m < M) {
    if (M - m < 4) {
      // The last rows again together with those before them, unless there is only one or that would add twice.
      if (M < 4 || m == M - 1 || mode & ADD) break;
      m = M - 4;
    }
    let c00 = i0, c01 = i1, c10 = i0, c11 = i1, c20 = i0, c21 = i1, c30 = i0, c31 = i1;
    let start = a + <usize>m * aRow;
    let q = b;
    for (let run = 0; run < runs; run++) {
      let a0 = start, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
      for (let k = 0; k < length; k++) {
        const b0 = v128.load(q), b1 = v128.load(q, 16);
        let s = v128.load32_splat(a0);
        c00 = madd(c00, s, b0);
        c01 = madd(c01, s, b1);
        s = v128.load32_splat(a1);
        c10 = madd(c10, s, b0);
        c11 = madd(c11, s, b1);
        s = v128.load32_splat(a2);
        c20 = madd(c20, s, b0);
        c21 = madd(c21, s, b1);
        s = v128.load32_splat(a3);
        c30 = madd(c30, s, b0);
        c31 = madd(c31, s, b1);
        a0 += aStep;
        a1 += aStep;
        a2 += aStep;
        a3 += aStep;
        q += bStep;
      }
      start += aRun;
    }
    let at = c + <usize>m * cRow;
    put(at, c00, c01, width, mode, mask);
    at += cRow;
    put(at, c10, c11, width, mode, mask);
    at += cRow;
    put(at, c20, c21, width, mode, mask);
    at += cRow;
    put(at, c30, c31, width, mode, mask);
    m += 4;
  }
  for (; m < M; m++) {
    let c0 = i0, c1 = i1;
    let start = a + <usize>m * aRow;
    let q = b;
    for (let run = 0; run < runs; run++) {
      let a0 = start;
      for (let k = 0; k < length; k++) {
        const s = v128.load32_splat(a0);
        c0 = madd(c0, s, v128.load(q));
        c1 = madd(c1, s, v128.load(q, 16));
        a0 += aStep;
        q += bStep;
      }
      start += aRun;
    }
    put(c + <usize>m * cRow, c0, c1, width, mode, mask);
  }
}

/** As `panel8` for at most 4 columns; B has 4 numbers a term. */
export function panel4(
  M: i32, width: i32, runs: i32, length: i32, a: usize, aRow: usize, aStep: usize, aRun: usize,
  b: usize, bStep: usize, c: usize, cRow: usize, bias: usize, mode: i32,
): void {
  const mask = bias - c;
  if (mode & MASK) bias = 0;
  const i0 = bias ? loadPart(bias, width) : f32x4.splat(0);
  let m: i32 = 0;
  while (m < M) {
    if (M - m < 4) {
      if (M < 4 || m == M - 1 || mode & ADD) break;
      m = M - 4;
    }
    let c0 = i0, c1 = i0, c2 = i0, c3 = i0;
    let start = a + <usize>m * aRow;
    let q = b;
    for (let run = 0; run < runs; run++) {
      let a0 = start, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
      for (let k = 0; k < length; k++) {
        const b0 = v128.load(q);
        c0 = madd(c0, v128.load32_splat(a0), b0);
        c1 = madd(c1, v128.load32_splat(a1), b0);
        c2 = madd(c2, v128.load32_splat(a2), b0);
        c3 = madd(c3, v128.load32_splat(a3), b0);
        a0 += aStep;
        a1 += aStep;
        a2 += aStep;
        a3 += aStep;
        q += bStep;
      }
      start += aRun;
    }
    let at = c + <usize>m * cRow;
    put(at, c0, i0, width, mode, mask);
    at += cRow;
    put(at, c1, i0, width, mode, mask);
    at += cRow;
    put(at, c2, i0, width, mode, mask);
    at += cRow;
    put(at, c3, i0, width, mode, mask);
    m += 4;
  }
  for (; m < M; m++) {
    let c0 = i0;
    let start = a + <usize>m * aRow;
    let q = b;
    for (let run = 0; run < runs; run++) {
      let a0 = start;
      for (let k = 0; k < length; k++) {
        c0 = madd(c0, v128.load32_splat(a0), v128.load(q));
        a0 += aStep;
        q += bStep;
      }
      start += aRun;
    }
    put(c + <usize>m * cRow, c0, i0, width, mode, mask);
  }
}
