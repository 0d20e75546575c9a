/**
 * Batch norm and ReLU as one: z = max((x - mean) slope + bias, 0) for the n columns of x [m, n], where slope = gain / sqrt(variance
 * + eps). Rows are gone through in chunks that stay in the nearest cache, and the gradient computes again what it needs of z.
 */
import { fill } from "./move";
import { loadPart, storePart } from "./simd";

/** Rows of a chunk. Numbers are added up within it first, too: long chains of sums lose digits. */
const CHUNK: i32 = 64;

/**
 * Reads a stretch of memory in order, a number a line of the cache, so that it is near when columns are read: for what comes from
 * main memory that is faster by a third. The sum goes to `to`, or nothing would be read.
 */
function touch(bytes: usize, from: usize, to: usize): void {
  let total: f32 = 0;
  for (let end = from + bytes; from < end; from += 64) total += load<f32>(from);
  store<f32>(to, total);
}

/** dz where z > 0, else 0. */
@inline function through(dz: v128, z: v128): v128 {
  return v128.and(dz, f32x4.gt(z, f32x4.splat(0)));
}

/** Four columns of a row: the place is its block's, `word` 0 or 1; those from `count` on are 0. */
@inline function at(block: usize, word: i32, count: i32): v128 {
  return loadPart(block + (<usize>word << 4), count - 4 * word);
}

@inline function put(block: usize, word: i32, count: i32, value: v128): void {
  storePart(block + (<usize>word << 4), value, count - 4 * word);
}

/** Mean and sum of squared deviations of a part's columns join those of the `before` rows above it (Chan et al. 1983). */
@inline function join(
  word: i32, count: i32, rows: i32, before: i32, mean: v128, square: v128, means: usize, squares: usize,
): void {
  const old = at(means, word, count);
  const apart = f32x4.sub(mean, old);
  const share = <f32>rows / <f32>(before + rows);
  const between = f32x4.mul(f32x4.mul(apart, apart), f32x4.splat(<f32>before * share));
  put(means, word, count, f32x4.add(old, f32x4.mul(apart, f32x4.splat(share))));
  put(squares, word, count, f32x4.add(at(squares, word, count), f32x4.add(square, between)));
}

@inline function joinColumns(count: i32, rows: i32, x: usize, line: usize, before: i32, means: usize, squares: usize): void {
  let t0 = f32x4.splat(0), t1 = t0;
  let from = x;
  for (let i = 0; i < rows; i++, from += line) {
    t0 = f32x4.add(t0, at(from, 0, count));
    t1 = f32x4.add(t1, at(from, 1, count));
  }
  const size = f32x4.splat(<f32>rows);
  const m0 = f32x4.div(t0, size), m1 = f32x4.div(t1, size);
  let s0 = f32x4.splat(0), s1 = s0;
  from = x;
  for (let i = 0; i < rows; i++, from += line) {
    const d0 = f32x4.sub(at(from, 0, count), m0), d1 = f32x4.sub(at(from, 1, count), m1);
    s0 = f32x4.add(s0, f32x4.mul(d0, d0));
    s1 = f32x4.add(s1, f32x4.mul(d1, d1));
  }
  join(0, count, rows, before, m0, s0, means, squares);
  join(1, count, rows, before, m1, s1, means, squares);
}

/** Means of n columns to `stats`, and behind them 1 / sqrt(variance + eps) and gain / sqrt(variance + eps). */
function statistics(m: i32, n: i32, x: usize, gain: usize, eps: f32, stats: usize): void {
  const line = <usize>n << 2;
  const scales = stats + line, slopes = scales + line, spare = slopes;
  fill(2 * n, stats, 0);
  for (let row = 0; row < m; row += CHUNK) {
    const rows = min(CHUNK, m - row);
    touch(<usize>rows * line, x, spare);
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const by = <usize>j << 2;
      joinColumns(8, rows, x + by, line, row, stats + by, scales + by);
    }
    const by = <usize>j << 2;
    if (j < n) joinColumns(n - j, rows, x + by, line, row, stats + by, scales + by);
    x += <usize>rows * line;
  }
  for (let j = 0; j < n; j += 4) {
    const by = <usize>j << 2, count = n - j;
    const variance = f32x4.add(f32x4.div(loadPart(scales + by, count), f32x4.splat(<f32>m)), f32x4.splat(eps));
    const scale = f32x4.div(f32x4.splat(1), f32x4.sqrt(variance));
    storePart(scales + by, scale, count);
    storePart(slopes + by, f32x4.mul(scale, loadPart(gain + by, count)), count);
  }
}

/** (x - mean) slope + bias, of d = x - mean. */
@inline function line4(d: v128, slope: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(d, slope), bias);
}

@inline function columns(count: i32, rows: i32, x: usize, line: usize, means: usize, slopes: usize, bias: usize, out: usize): void {
  const m0 = at(means, 0, count), s0 = at(slopes, 0, count), b0 = at(bias, 0, count);
  const m1 = at(means, 1, count), s1 = at(slopes, 1, count), b1 = at(bias, 1, count);
  for (let i = 0; i < rows; i++) {
    put(out, 0, count, f32x4.pmax(line4(f32x4.sub(at(x, 0, count), m0), s0, b0), f32x4.splat(0)));
    put(out, 1, count, f32x4.pmax(line4(f32x4.sub(at(x, 1, count), m1), s1, b1), f32x4.splat(0)));
    x += line;
    out += line;
  }
}

/** `scratch` holds 3 n + 1 floats. */
export function batchNormRelu(m: i32, n: i32, x: usize, gain: usize, bias: usize, eps: f32, out: usize, scratch: usize): void {
  const line = <usize>n << 2;
  const slopes = scratch + 2 * line, spare = slopes + line;
  statistics(m, n, x, gain, eps, scratch);
  for (let row = 0; row < m; row += CHUNK) {
    const rows = min(CHUNK, m - row);
    touch(<usize>rows * line, x, spare);
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const by = <usize>j << 2;
      columns(8, rows, x + by, line, scratch + by, slopes + by, bias + by, out + by);
    }
    const by = <usize>j << 2;
    if (j < n) columns(n - j, rows, x + by, line, scratch + by, slopes + by, bias + by, out + by);
    x += <usize>rows * line;
    out += <usize>rows * line;
  }
}

/** Adds the sums over rows of d and of d (x - mean), d being what the ReLU lets through of dz. */
@inline function sums(
  count: i32, rows: i32, dz: usize, x: usize, line: usize, means: usize, slopes: usize, bias: usize, byBias: usize, products: usize,
): void {
  const m0 = at(means, 0, count), s0 = at(slopes, 0, count), b0 = at(bias, 0, count);
  const m1 = at(means, 1, count), s1 = at(slopes, 1, count), b1 = at(bias, 1, count);
  let t0 = f32x4.splat(0), t1 = t0, p0 = t0, p1 = t0;
  for (let i = 0; i < rows; i++) {
    const x0 = f32x4.sub(at(x, 0, count), m0), x1 = f32x4.sub(at(x, 1, count), m1);
    const d0 = through(at(dz, 0, count), line4(x0, s0, b0)), d1 = through(at(dz, 1, count), line4(x1, s1, b1));
    t0 = f32x4.add(t0, d0);
    t1 = f32x4.add(t1, d1);
    p0 = f32x4.add(p0, f32x4.mul(d0, x0));
    p1 = f32x4.add(p1, f32x4.mul(d1, x1));
    x += line;
    dz += line;
  }
  put(byBias, 0, count, f32x4.add(at(byBias, 0, count), t0));
  put(byBias, 1, count, f32x4.add(at(byBias, 1, count), t1));
  put(products, 0, count, f32x4.add(at(products, 0, count), p0));
  put(products, 1, count, f32x4.add(at(products, 1, count), p1));
}

/** (d - a - (x - mean) b) slope. */
@inline function back(
  count: i32, rows: i32, dz: usize, x: usize, line: usize, means: usize, slopes: usize, bias: usize, as: usize, bs: usize, out: usize,
): void {
  const m0 = at(means, 0, count), s0 = at(slopes, 0, count), c0 = at(bias, 0, count);
  const m1 = at(means, 1, count), s1 = at(slopes, 1, count), c1 = at(bias, 1, count);
  const a0 = at(as, 0, count), b0 = at(bs, 0, count), a1 = at(as, 1, count), b1 = at(bs, 1, count);
  for (let i = 0; i < rows; i++) {
    const x0 = f32x4.sub(at(x, 0, count), m0), x1 = f32x4.sub(at(x, 1, count), m1);
    const d0 = through(at(dz, 0, count), line4(x0, s0, c0)), d1 = through(at(dz, 1, count), line4(x1, s1, c1));
    put(out, 0, count, f32x4.mul(f32x4.sub(f32x4.sub(d0, a0), f32x4.mul(x0, b0)), s0));
    put(out, 1, count, f32x4.mul(f32x4.sub(f32x4.sub(d1, a1), f32x4.mul(x1, b1)), s1));
    x += line;
    dz += line;
    out += line;
  }
}

/** The gradients by x, gain and bias. `scratch` holds 5 n + 1 floats. */
export function batchNormReluGrad(
  m: i32, n: i32, dz: usize, x: usize, gain: usize, bias: usize, eps: f32, dx: usize, byGain: usize, byBias: usize, scratch: usize,
): void {
  const line = <usize>n << 2;
  const scales = scratch + line, slopes = scales + line, as = slopes + line, bs = as + line, spare = bs + line;
  statistics(m, n, x, gain, eps, scratch);
  fill(n, byGain, 0);
  fill(n, byBias, 0);
  for (let row = 0; row < m; row += CHUNK) {
    const rows = min(CHUNK, m - row);
    const start = <usize>row * line;
    touch(<usize>rows * line, x + start, spare);
    touch(<usize>rows * line, dz + start, spare);
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const by = <usize>j << 2;
      sums(8, rows, dz + start + by, x + start + by, line, scratch + by, slopes + by, bias + by, byBias + by, byGain + by);
    }
    const by = <usize>j << 2;
    if (j < n) sums(n - j, rows, dz + start + by, x + start + by, line, scratch + by, slopes + by, bias + by, byBias + by, byGain + by);
  }
  const share = f32x4.splat(1 / <f32>m);
  for (let j = 0; j < n; j += 4) {
    const by = <usize>j << 2, count = n - j;
    const scale = loadPart(scales + by, count);
    const standard = f32x4.mul(loadPart(byGain + by, count), scale);
    storePart(byGain + by, standard, count);
    storePart(as + by, f32x4.mul(loadPart(byBias + by, count), share), count);
    storePart(bs + by, f32x4.mul(f32x4.mul(standard, scale), share), count);
  }
  for (let row = 0; row < m; row += CHUNK) {
    const rows = min(CHUNK, m - row);
    touch(<usize>rows * line, x, spare);
    touch(<usize>rows * line, dz, spare);
    let j: i32 = 0;
    for (; j + 8 <= n; j += 8) {
      const by = <usize>j << 2;
      back(8, rows, dz + by, x + by, line, scratch + by, slopes + by, bias + by, as + by, bs + by, dx + by);
    }
    const by = <usize>j << 2;
    if (j < n) back(n - j, rows, dz + by, x + by, line, scratch + by, slopes + by, bias + by, as + by, bs + by, dx + by);
    dz += <usize>rows * line;
    x += <usize>rows * line;
    dx += <usize>rows * line;
  }
}
