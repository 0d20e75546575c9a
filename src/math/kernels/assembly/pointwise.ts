/** Operations on each number by itself. */
import { loadPart, masked, stepOf, storePart } from "./simd";

const ADD: i32 = 0, SUB: i32 = 1, MUL: i32 = 2, DIV: i32 = 3, MAX: i32 = 4, MIN: i32 = 5, RELU_GRAD: i32 = 6;

@inline function pair(op: i32, a: v128, b: v128): v128 {
  if (op == ADD) return f32x4.add(a, b);
  if (op == SUB) return f32x4.sub(a, b);
  if (op == MUL) return f32x4.mul(a, b);
  if (op == DIV) return f32x4.div(a, b);
  if (op == MAX) return f32x4.max(a, b);
  if (op == MIN) return f32x4.min(a, b);
  return masked(a, b);
}

/**
 * out[rows, cols] = a op b. An operand's number at (i, j) is at i aRow + j aCol floats; aCol is 1, or 0 for one number a row.
 * Rows that repeat have aRow = 0.
 */
@inline function binary(
  op: i32, rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32,
  out: usize,
): void {
  for (let i = 0; i < rows; i++) {
    let p = a, q = b;
    let j: i32 = 0;
    if (aCol & bCol) {
      for (; j + 4 <= cols; j += 4) {
        v128.store(out, pair(op, v128.load(p), v128.load(q)));
        p += 16;
        q += 16;
        out += 16;
      }
    } else if (aCol) {
      const y = v128.load32_splat(q);
      for (; j + 4 <= cols; j += 4) {
        v128.store(out, pair(op, v128.load(p), y));
        p += 16;
        out += 16;
      }
    } else if (cols >= 4) {
      const x = v128.load32_splat(p);
      for (; j + 4 <= cols; j += 4) {
        v128.store(out, pair(op, x, bCol ? v128.load(q) : v128.load32_splat(q)));
        q += <usize>bCol << 4;
        out += 16;
      }
    }
    const rest = cols - j;
    if (rest > 0) {
      const x = aCol ? loadPart(p, rest) : v128.load32_splat(p);
      const y = bCol ? loadPart(q, rest) : v128.load32_splat(q);
      storePart(out, pair(op, x, y), rest);
      out += <usize>rest << 2;
    }
    a += <usize>aRow << 2;
    b += <usize>bRow << 2;
  }
}

export function add(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(ADD, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
export function sub(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(SUB, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
export function mul(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(MUL, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
export function div(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(DIV, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
export function maximum(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(MAX, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
export function minimum(rows: i32, cols: i32, a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, out: usize): void {
  binary(MIN, rows, cols, a, aRow, aCol, b, bRow, bCol, out);
}
/** dy where y > 0, else 0 (NaN where y is), of n numbers each. */
export function reluGrad(n: i32, dy: usize, y: usize, out: usize): void {
  binary(RELU_GRAD, 1, n, dy, 0, 1, y, 0, 1, out);
}

const NEG: i32 = 0, SQUARE: i32 = 1, SQRT: i32 = 2, RELU: i32 = 3, STEP: i32 = 4, CLIP: i32 = 5;

@inline function single(op: i32, x: v128, p: v128, q: v128): v128 {
  if (op == NEG) return f32x4.neg(x);
  if (op == SQUARE) return f32x4.mul(x, x);
  if (op == SQRT) return f32x4.sqrt(x);
  if (op == RELU) return f32x4.pmax(x, f32x4.splat(0));
  if (op == STEP) return stepOf(x, p);
  return f32x4.pmax(f32x4.pmin(x, q), p);
}

@inline function unary(op: i32, n: i32, x: usize, out: usize, p: f32, q: f32): void {
  const p4 = f32x4.splat(p), q4 = f32x4.splat(q);
  for (; n >= 4; n -= 4) {
    v128.store(out, single(op, v128.load(x), p4, q4));
    x += 16;
    out += 16;
  }
  if (n > 0) storePart(out, single(op, loadPart(x, n), p4, q4), n);
}

export function neg(n: i32, x: usize, out: usize): void {
  unary(NEG, n, x, out, 0, 0);
}
export function square(n: i32, x: usize, out: usize): void {
  unary(SQUARE, n, x, out, 0, 0);
}
export function sqrt(n: i32, x: usize, out: usize): void {
  unary(SQRT, n, x, out, 0, 0);
}
export function relu(n: i32, x: usize, out: usize): void {
  unary(RELU, n, x, out, 0, 0);
}
/** 1 where x > 0, alpha elsewhere, NaN where x is. */
export function step(n: i32, x: usize, out: usize, alpha: f32): void {
  unary(STEP, n, x, out, alpha, 0);
}
/** x held within [low, high]; a NaN stays. */
export function clip(n: i32, x: usize, out: usize, low: f32, high: f32): void {
  unary(CLIP, n, x, out, low, high);
}
