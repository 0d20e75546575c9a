/**
 * Images [batch, H, W, C] seen through an affine map each: the number at (x, y) is read at A (x, y, 1), between four pixels by their
 * nearness, zeros around. Places count in pixels from the middle of the image; A is [2, 3]. Each image is copied into a frame of
 * zeros, or its gradient made in one, so that a place next to the image is nothing special; further out there is nothing to read.
 */
import { frame } from "./convolve";
import { fill } from "./move";
import { loadPart, storePart } from "./simd";

/** One row of an image of one channel, four numbers at a time. (u0, v0) is where x = 0 is read, (a, d) the step of x by 1. */
@inline function readRow(H: i32, W: i32, u0: f32, a: f32, v0: f32, d: f32, framed: usize, out: usize): void {
  const one = f32x4.splat(1), line = W + 2;
  for (let column = 0; column < W; column += 4, out += 16) {
    const x = f32x4.add(f32x4.splat(<f32>column - <f32>(W - 1) / 2), f32x4(0, 1, 2, 3));
    const u = f32x4.add(f32x4.mul(f32x4.splat(a), x), f32x4.splat(u0)), v = f32x4.add(f32x4.mul(f32x4.splat(d), x), f32x4.splat(v0));
    const insideX = v128.and(f32x4.gt(u, f32x4.splat(-1)), f32x4.lt(u, f32x4.splat(<f32>W)));
    const inside = v128.and(insideX, v128.and(f32x4.gt(v, f32x4.splat(-1)), f32x4.lt(v, f32x4.splat(<f32>H))));
    const left = f32x4.floor(u), top = f32x4.floor(v);
    const i = i32x4.trunc_sat_f32x4_s(left), j = i32x4.trunc_sat_f32x4_s(top);
    const place = i32x4.add(i32x4.mul(i32x4.add(j, i32x4.splat(1)), i32x4.splat(line)), i32x4.add(i, i32x4.splat(1)));
    // Elsewhere the first pixels are read, and not used.
    const at = i32x4.shl(v128.and(place, inside), 2);
    const p0 = framed + i32x4.extract_lane(at, 0), p1 = framed + i32x4.extract_lane(at, 1);
    const p2 = framed + i32x4.extract_lane(at, 2), p3 = framed + i32x4.extract_lane(at, 3);
    const next = <usize>line << 2;
    const upper01 = v128.load64_lane(p1, v128.load64_zero(p0), 1), upper23 = v128.load64_lane(p3, v128.load64_zero(p2), 1);
    const lower01 = v128.load64_lane(p1 + next, v128.load64_zero(p0 + next), 1);
    const lower23 = v128.load64_lane(p3 + next, v128.load64_zero(p2 + next), 1);
    const right = f32x4.sub(u, left), below = f32x4.sub(v, top);
    const upper = mixed(v128.shuffle<i32>(upper01, upper23, 0, 2, 4, 6), v128.shuffle<i32>(upper01, upper23, 1, 3, 5, 7), right, one);
    const lower = mixed(v128.shuffle<i32>(lower01, lower23, 0, 2, 4, 6), v128.shuffle<i32>(lower01, lower23, 1, 3, 5, 7), right, one);
    storePart(out, v128.and(mixed(upper, lower, below, one), inside), W - column);
  }
}

/** a (1 - t) + b t. */
@inline function mixed(a: v128, b: v128, t: v128, one: v128): v128 {
  return f32x4.add(f32x4.mul(a, f32x4.sub(one, t)), f32x4.mul(b, t));
}

/** C numbers read at (right, below) between the pixels at `at`, the next, and those a line further. */
@inline function readPixel(C: i32, right: f32, below: f32, at: usize, line: usize, out: usize): void {
  const r = f32x4.splat(right), b = f32x4.splat(below), one = f32x4.splat(1);
  const pixel = <usize>C << 2;
  for (let c = C; c > 0; c -= 4) {
    const upper = mixed(loadPart(at, c), loadPart(at + pixel, c), r, one);
    const lower = mixed(loadPart(at + line, c), loadPart(at + line + pixel, c), r, one);
    storePart(out, mixed(upper, lower, b, one), c);
    at += 16;
    out += 16;
  }
}

/** Adds C numbers to four pixels, as `readPixel` reads them. */
@inline function spreadPixel(C: i32, right: f32, below: f32, at: usize, line: usize, dy: usize): void {
  const pixel = <usize>C << 2;
  for (let c = 0; c < C; c++, at += 4, dy += 4) {
    const slope = load<f32>(dy);
    const upper = slope * (1 - below), lower = slope * below;
    store<f32>(at, load<f32>(at) + upper * (1 - right));
    store<f32>(at + pixel, load<f32>(at + pixel) + upper * right);
    store<f32>(at + line, load<f32>(at + line) + lower * (1 - right));
    store<f32>(at + line + pixel, load<f32>(at + line + pixel) + lower * right);
  }
}

/** One row pixel by pixel: `there` is read into from the framed image, or spread over it if `back`. */
@inline function walkRow(back: bool, H: i32, W: i32, C: i32, u0: f32, a: f32, v0: f32, d: f32, framed: usize, there: usize): void {
  const pixel = <usize>C << 2, line = <usize>(W + 2) * pixel;
  for (let column = 0; column < W; column++, there += pixel) {
    const x = <f32>column - <f32>(W - 1) / 2;
    const u: f32 = a * x + u0, v: f32 = d * x + v0;
    // Not so where one is no number.
    if (u > -1 && u < <f32>W && v > -1 && v < <f32>H) {
      const left = floor<f32>(u), top = floor<f32>(v);
      const at = framed + <usize>(<i32>top + 1) * line + <usize>(<i32>left + 1) * pixel;
      if (back) spreadPixel(C, u - left, v - top, at, line, there);
      else readPixel(C, u - left, v - top, at, line, there);
    } else if (!back) fill(C, there, 0);
  }
}

@inline function walk(back: bool, H: i32, W: i32, C: i32, affine: usize, framed: usize, there: usize): void {
  const a = load<f32>(affine), b = load<f32>(affine, 4), d = load<f32>(affine, 12), e = load<f32>(affine, 16);
  const c: f32 = load<f32>(affine, 8) + <f32>(W - 1) / 2, f: f32 = load<f32>(affine, 20) + <f32>(H - 1) / 2;
  for (let row = 0; row < H; row++, there += <usize>(W * C) << 2) {
    const y = <f32>row - <f32>(H - 1) / 2;
    if (!back && C == 1) readRow(H, W, b * y + c, a, e * y + f, d, framed, there);
    else walkRow(back, H, W, C, b * y + c, a, e * y + f, d, framed, there);
  }
}

/** `scratch` holds (H + 2) (W + 2) C floats. */
export function warp(batch: i32, H: i32, W: i32, C: i32, images: usize, affine: usize, out: usize, scratch: usize): void {
  const size = <usize>(H * W * C) << 2;
  for (let image = 0; image < batch; image++) {
    frame(H, W, C, images, scratch);
    walk(false, H, W, C, affine, scratch, out);
    images += size;
    affine += 24;
    out += size;
  }
}

/** The gradient by the images, from dy of the same shape. `scratch` as for `warp`. */
export function warpBack(batch: i32, H: i32, W: i32, C: i32, dy: usize, affine: usize, out: usize, scratch: usize): void {
  const line = <usize>(W * C) << 2;
  for (let image = 0; image < batch; image++) {
    fill((H + 2) * (W + 2) * C, scratch, 0);
    walk(true, H, W, C, affine, scratch, dy);
    for (let row = 1; row <= H; row++, out += line) {
      memory.copy(out, scratch + (<usize>((row * (W + 2) + 1) * C) << 2), line);
    }
    dy += <usize>H * line;
    affine += 24;
  }
}
