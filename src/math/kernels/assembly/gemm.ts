/** Matrix products: panels of 8 columns of B are copied side by side, transposed if need be, and met with all rows of A. */
import { panel4, panel8 } from "./panel";

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
  if (column == 4 && width == lanes) {
    for (; k < K; k++) {
      v128.store(out, v128.load(b));
      if (lanes == 8) v128.store(out, v128.load(b, 16), 16);
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

/** `pack` for two whole panels at once, which share lines of the cache: the second follows the first. */
function packTwo(K: i32, b: usize, term: usize, out: usize): void {
  const second = out + (<usize>K << 5);
  for (let k: usize = 0; k < <usize>K << 5; k += 32) {
    v128.store(out + k, v128.load(b));
    v128.store(out + k, v128.load(b, 16), 16);
    v128.store(second + k, v128.load(b, 32));
    v128.store(second + k, v128.load(b, 48), 16);
    b += term;
  }
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

/**
 * `batch` products C[M, N] = act(op(A) op(B) + bias). A is [M, K], or [K, M] if `transA`; B is [K, N], or [N, K] if `transB`;
 * `aNext` and `bNext` are the floats from one matrix to the next, 0 to use the same one. `bias` is [N], or 0 for none. `mode`:
 * bit 0 ReLU, bit 1 added to C. `scratch` holds 16 K floats, and M K more if `transA`.
 */
export function gemm(
  batch: i32, M: i32, N: i32, K: i32, A: usize, aNext: i32, transA: i32, B: usize, bNext: i32,
  transB: i32, C: usize, bias: usize, mode: i32, scratch: usize,
): void {
  // Far apart, the numbers of a column get in each other's way in the cache; A is turned first if it is read often.
  const turned = transA && M >= 128 && N > 16;
  const columns = transA && !turned;
  const aRow: usize = columns ? 4 : <usize>K << 2;
  const aStep: usize = columns ? <usize>M << 2 : 4;
  const term: usize = transB ? 4 : <usize>N << 2;
  const column: usize = transB ? <usize>K << 2 : 4;
  const cRow = <usize>N << 2;
  for (let i = 0; i < batch; i++) {
    let a = A;
    if (turned) {
      a = scratch + (<usize>K << 6);
      transpose(K, M, A, <usize>M << 2, a, <usize>K << 2);
    }
    for (let n = 0; n < N; n += 8) {
      const width = min(8, N - n);
      const lanes = lanesFor(width);
      let b = B + <usize>n * column;
      let bStep = term;
      // For a few rows copying costs more than it gains.
      if (transB || width != lanes || M > 16) {
        const isSecond = !transB && n & 8 && width == 8;
        if (!transB && !(n & 8) && N - n >= 16) packTwo(K, b, term, scratch);
        else if (!isSecond) pack(K, width, lanes, b, term, column, scratch);
        b = isSecond ? scratch + (<usize>K << 5) : scratch;
        bStep = <usize>lanes << 2;
      }
      const c = C + (<usize>n << 2);
      const from = bias ? bias + (<usize>n << 2) : 0;
      if (lanes == 8) panel8(M, width, 1, K, a, aRow, aStep, 0, b, bStep, c, cRow, from, mode);
      else panel4(M, width, 1, K, a, aRow, aStep, 0, b, bStep, c, cRow, from, mode);
    }
    A += <usize>aNext << 2;
    B += <usize>bNext << 2;
    C += <usize>(M * N) << 2;
  }
}
