/** Matrix products: panels of 16 or fewer columns of B, copied side by side or transposed if need be, are met with all rows of A. */
import { dots } from "./dots";
import { MASK, panel4, panel8 } from "./panel";
import { panel16 } from "./panel16";
import { loadPart } from "./simd";

/** Columns that a panel holds when `rest` are left. */
@inline export function lanesFor(rest: i32): i32 {
  return rest > 4 ? 8 : 4;
}

/** Floats of all panels of a [K, N] matrix. */
@inline export function panelFloats(K: i32, N: i32): i32 {
  const tail = N & 7;
  return K * ((N & ~7) + (tail == 0 ? 0 : lanesFor(tail)));
}

/** out[j, i] = x[i, j] for x of [rows, cols], rows `xRow` bytes apart, those of out `outRow`. */
export function transpose(
  rows: i32, cols: i32, x: usize, xRow: usize, out: usize, outRow: usize,
): void {
  const wholeRows = rows & ~3, wholeCols = cols & ~3;
  for (let i = 0; i < wholeRows; i += 4) {
    for (let j = 0; j < wholeCols; j += 4) {
      const from = x + <usize>i * xRow + (<usize>j << 2);
      transpose4(from, xRow, out + <usize>j * outRow + (<usize>i << 2), outRow);
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let j = i < wholeRows ? wholeCols : 0; j < cols; j++) {
      const from = x + <usize>i * xRow + (<usize>j << 2);
      store<f32>(out + <usize>j * outRow + (<usize>i << 2), load<f32>(from));
    }
  }
}

/** Copies `width` columns of K numbers to `out`, `lanes` numbers a term, zeros beyond the width. Strides in bytes. */
export function pack(
  K: i32, width: i32, lanes: i32, b: usize, term: usize, column: usize, out: usize,
): void {
  let k: i32 = 0;
  if (column == 4) {
    for (; k < K; k++) {
      v128.store(out, loadPart(b, width));
      if (lanes == 8) v128.store(out, loadPart(b + 16, width - 4), 16);
      out += <usize>lanes << 2;
      b += term;
    }
    return;
  }
  if (term == 4 && width == lanes) {
    for (; k + 4 <= K; k += 4) {
      for (let half = 0; half < lanes; half += 4) {
        transpose4(b + <usize>half * column, column, out + (<usize>half << 2), <usize>lanes << 2);
      }
      out += <usize>lanes << 4;
      b += 16;
    }
  }
  for (; k < K; k++) {
    let from = b;
    for (let j = 0; j < lanes; j++) {
      store<f32>(out, j < width ? load<f32>(from) : 0);
      from += column;
      out += 4;
    }
    b += term;
  }
}

/** `pack` for 16 whole columns. */
function pack16(K: i32, b: usize, term: usize, column: usize, out: usize): void {
  if (column == 4) {
    for (let k = 0; k < K; k++) {
      v128.store(out, v128.load(b));
      v128.store(out, v128.load(b, 16), 16);
      v128.store(out, v128.load(b, 32), 32);
      v128.store(out, v128.load(b, 48), 48);
      out += 64;
      b += term;
    }
  } else pack(K, 16, 16, b, term, column, out);
}

/** Copies n numbers that lie `step` bytes apart to `out`. */
function gather(n: i32, from: usize, step: usize, out: usize): void {
  for (let i = 0; i < n; i++, from += step, out += 4) store<f32>(out, load<f32>(from));
}

/** A block of 4 by 4, rows `row` bytes apart, transposed to rows `outRow` bytes apart. */
@inline export function transpose4(x: usize, row: usize, out: usize, outRow: usize): void {
  const r0 = v128.load(x), r1 = v128.load(x + row);
  const r2 = v128.load(x + 2 * row), r3 = v128.load(x + 3 * row);
  const lo01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5), hi01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const lo23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5), hi23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(lo01, lo23, 0, 2));
  v128.store(out + outRow, v128.shuffle<i64>(lo01, lo23, 1, 3));
  v128.store(out + 2 * outRow, v128.shuffle<i64>(hi01, hi23, 0, 2));
  v128.store(out + 3 * outRow, v128.shuffle<i64>(hi01, hi23, 1, 3));
}

/** Products of one or two columns are made of scalar products. */
const FEW: i32 = 2;

/** One product: C[M, N] = act(A B + bias). Strides in bytes: of A's rows and terms, of B's terms and columns. */
function product(
  M: i32, N: i32, K: i32, a: usize, aRow: usize, aStep: usize, b: usize, term: usize, column: usize,
  c: usize, bias: usize, mode: i32, scratch: usize,
): void {
  const cRow = <usize>N << 2;
  if (N <= FEW && aStep == 4 && !(mode & MASK)) {
    for (let n = 0; n < N; n++) {
      let from = b + <usize>n * column;
      if (term != 4) {
        gather(K, from, term, scratch);
        from = scratch;
      }
      const start: f32 = bias ? load<f32>(bias + (<usize>n << 2)) : 0;
      dots(M, K, a, aRow, from, c + (<usize>n << 2), cRow, start, mode);
    }
    return;
  }
  let n: i32 = 0;
  for (; n + 16 <= N; n += 16) {
    let from = b + <usize>n * column;
    let step = term;
    // Two rows don't repay a copy.
    if (column != 4 || (term != 64 && M > 2)) {
      pack16(K, from, term, column, scratch);
      from = scratch;
      step = 64;
    }
    const start = bias ? bias + (<usize>n << 2) : 0;
    panel16(M, K, a, aRow, aStep, from, step, c + (<usize>n << 2), cRow, start, mode);
  }
  for (; n < N; n += 8) {
    const width = min(8, N - n);
    const lanes = lanesFor(width);
    let from = b + <usize>n * column;
    let step = term;
    if (column != 4 || width != lanes || M > 16) {
      pack(K, width, lanes, from, term, column, scratch);
      from = scratch;
      step = <usize>lanes << 2;
    }
    const to = c + (<usize>n << 2);
    const start = bias ? bias + (<usize>n << 2) : 0;
    if (lanes == 8) panel8(M, width, 1, K, a, aRow, aStep, 0, from, step, to, cRow, start, mode);
    else panel4(M, width, 1, K, a, aRow, aStep, 0, from, step, to, cRow, start, mode);
  }
}

/**
 * `batch` products C[M, N] = act(op(A) op(B) + bias). A is [M, K], or [K, M] if `transA`; B is [K, N], or [N, K] if `transB`;
 * `aNext` and `bNext` are the floats from one matrix to the next, 0 to use the same one. `bias` is [N], or 0 for none. `mode` is
 * that of panel.ts, a mask only for a single product; neither goes with `transA`. `scratch` holds 16 K floats, and M K and 4 M
 * more if `transA`.
 */
export function gemm(
  batch: i32, M: i32, N: i32, K: i32, A: usize, aNext: i32, transA: i32, B: usize, bNext: i32,
  transB: i32, C: usize, bias: usize, mode: i32, scratch: usize,
): void {
  const term: usize = transB ? 4 : <usize>N << 2;
  const column: usize = transB ? <usize>K << 2 : 4;
  // Few columns of C as rows of its transpose, which is a product of B's transpose by A as it lies.
  const swapped = transA && N <= 4 && N < M;
  // Far apart, the numbers of a column get in each other's way in the cache; A is turned first if it is read often.
  const turned = transA && !swapped && M >= 128 && N > 16;
  for (let i = 0; i < batch; i++) {
    if (swapped) {
      const out = N == 1 ? C : scratch + (<usize>K << 6);
      product(N, M, K, B, column, term, A, <usize>M << 2, 4, out, 0, 0, scratch);
      if (N != 1) transpose(N, M, out, <usize>M << 2, C, <usize>N << 2);
    } else if (turned) {
      const a = scratch + (<usize>K << 6);
      transpose(K, M, A, <usize>M << 2, a, <usize>K << 2);
      product(M, N, K, a, <usize>K << 2, 4, B, term, column, C, bias, mode, scratch);
    } else {
      const row: usize = transA ? 4 : <usize>K << 2;
      const step: usize = transA ? <usize>M << 2 : 4;
      product(M, N, K, A, row, step, B, term, column, C, bias, mode, scratch);
    }
    A += <usize>aNext << 2;
    B += <usize>bNext << 2;
    C += <usize>(M * N) << 2;
  }
}
