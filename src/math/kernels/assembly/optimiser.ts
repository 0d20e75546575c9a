/**
 * One pass of an optimiser over a tensor of weights. Operations and their order are those of src/math/optim.ts. `rate` is the
 * address of one number, as is `bound`, within which the weights are held; 0 for none.
 */
import { loadPart, storePart } from "./simd";

@inline function highest(bound: usize): v128 {
  return bound ? v128.load32_splat(bound) : f32x4.splat(Infinity);
}

/** w within [-high, high]; a NaN stays. */
@inline function hold(w: v128, high: v128): v128 {
  return f32x4.pmax(f32x4.pmin(w, high), f32x4.neg(high));
}

/** out = w - rate g. */
export function sgd(n: i32, w: usize, g: usize, rate: usize, bound: usize, out: usize): void {
  const r = v128.load32_splat(rate), high = highest(bound);
  for (; n > 0; n -= 4) {
    storePart(out, hold(f32x4.sub(loadPart(w, n), f32x4.mul(r, loadPart(g, n))), high), n);
    w += 16;
    g += 16;
    out += 16;
  }
}

/** keep old + take x. */
@inline function average(keep: v128, old: v128, take: v128, x: v128): v128 {
  return f32x4.add(f32x4.mul(keep, old), f32x4.mul(take, x));
}

/** w - rate g / (sqrt(v) + eps). */
@inline function descend(w: v128, rate: v128, g: v128, v: v128, eps: v128): v128 {
  return f32x4.sub(w, f32x4.mul(rate, f32x4.div(g, f32x4.add(f32x4.sqrt(v), eps))));
}

/** outV = keep v + take g^2, outW = w - rate g / (sqrt(outV) + eps). */
export function rmsprop(
  n: i32, w: usize, g: usize, v: usize, rate: usize, bound: usize, keep: f32, take: f32, eps: f32,
  outW: usize, outV: usize,
): void {
  const high = highest(bound);
  const r = v128.load32_splat(rate), k = f32x4.splat(keep), t = f32x4.splat(take), e = f32x4.splat(eps);
  for (; n > 0; n -= 4) {
    const slope = loadPart(g, n);
    const next = average(k, loadPart(v, n), t, f32x4.mul(slope, slope));
    storePart(outV, next, n);
    storePart(outW, hold(descend(loadPart(w, n), r, slope, next, e), high), n);
    w += 16;
    g += 16;
    v += 16;
    outW += 16;
    outV += 16;
  }
}

/**
 * outM = keep1 m + take1 g, outV = keep2 v + take2 g^2, outW = w - (rate / filled1) outM / (sqrt(outV / filled2) + eps).
 * `filled1` and `filled2` are addresses of one number each, too.
 */
export function adam(
  n: i32, w: usize, g: usize, m: usize, v: usize, rate: usize, filled1: usize, filled2: usize,
  bound: usize, keep1: f32, take1: f32, keep2: f32, take2: f32, eps: f32, outW: usize, outM: usize, outV: usize,
): void {
  const high = highest(bound);
  const r = f32x4.splat(load<f32>(rate) / load<f32>(filled1)), f2 = v128.load32_splat(filled2);
  const k1 = f32x4.splat(keep1), t1 = f32x4.splat(take1), k2 = f32x4.splat(keep2), t2 = f32x4.splat(take2);
  const e = f32x4.splat(eps);
  for (; n > 0; n -= 4) {
    const slope = loadPart(g, n);
    const mean = average(k1, loadPart(m, n), t1, slope);
    const square = average(k2, loadPart(v, n), t2, f32x4.mul(slope, slope));
    storePart(outM, mean, n);
    storePart(outV, square, n);
    storePart(outW, hold(descend(loadPart(w, n), r, mean, f32x4.div(square, f2), e), high), n);
    w += 16;
    g += 16;
    m += 16;
    v += 16;
    outW += 16;
    outM += 16;
    outV += 16;
  }
}
