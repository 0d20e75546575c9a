/** Words of four floats: loading and storing parts of them, so that tails run the very instructions of the bulk. */

/** c + a b, rounded twice: the fused instruction isn't the same everywhere. */
@inline export function madd(c: v128, a: v128, b: v128): v128 {
  return f32x4.add(c, f32x4.mul(a, b));
}

/** The first `count` of four floats, the others 0; all of them if `count` is more. */
@inline export function loadPart(at: usize, count: i32): v128 {
  return count >= 4 ? v128.load(at) : loadTail(at, count);
}

function loadTail(at: usize, count: i32): v128 {
  if (count <= 0) return f32x4.splat(0);
  if (count == 1) return v128.load32_zero(at);
  const two = v128.load64_zero(at);
  return count == 2 ? two : v128.load32_lane(at + 8, two, 2);
}

/** Stores the first `count` of four floats. */
@inline export function storePart(at: usize, value: v128, count: i32): void {
  if (count >= 4) v128.store(at, value);
  else storeTail(at, value, count);
}

function storeTail(at: usize, value: v128, count: i32): void {
  if (count == 1) v128.store32_lane(at, value, 0);
  else if (count >= 2) {
    v128.store64_lane(at, value, 0);
    if (count == 3) v128.store32_lane(at + 8, value, 2);
  }
}

/** (w0 + w2) + (w1 + w3). */
@inline export function sumLanes(w: v128): f32 {
  const half = f32x4.add(w, i8x16.shuffle(w, w, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return f32x4.extract_lane(half, 0) + f32x4.extract_lane(half, 1);
}

/** a where x > 0, a times 0 where not, NaN where x is. */
@inline export function masked(a: v128, x: v128): v128 {
  const positive = v128.and(f32x4.gt(x, f32x4.splat(0)), f32x4.splat(1));
  // All bits set is a NaN.
  return f32x4.mul(a, v128.or(positive, f32x4.ne(x, x)));
}

/** 1 where x > 0, `alpha` where not, NaN where x is. */
@inline export function stepOf(x: v128, alpha: v128): v128 {
  const step = v128.bitselect(f32x4.splat(1), alpha, f32x4.gt(x, f32x4.splat(0)));
  return v128.bitselect(step, x, f32x4.eq(x, x));
}
