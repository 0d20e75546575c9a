/** The greatest of each 2 by 2 block of images [batch, H, W, C]; an odd last row or column is left out. */
import { fill } from "./move";
import { loadPart, storePart } from "./simd";

/** out [batch, H / 2, W / 2, C], rounded down; a NaN wins. */
export function maxPool(batch: i32, H: i32, W: i32, C: i32, x: usize, out: usize): void {
  const pixel = <usize>C << 2, line = <usize>W * pixel;
  for (let image = 0; image < batch; image++) {
    for (let y = 0; y + 2 <= H; y += 2) {
      for (let column = 0; column + 2 <= W; column += 2) {
        let at = x + <usize>y * line + <usize>column * pixel;
        for (let c = C; c > 0; c -= 4) {
          const upper = f32x4.max(loadPart(at, c), loadPart(at + pixel, c));
          const lower = f32x4.max(loadPart(at + line, c), loadPart(at + line + pixel, c));
          storePart(out, f32x4.max(upper, lower), c);
          at += 16;
          out += <usize>min(c, 4) << 2;
        }
      }
    }
    x += <usize>H * line;
  }
}

/** The gradient by x, of x's shape: dy [batch, H / 2, W / 2, C] goes to the first of equal maxima `y`. */
export function maxPoolGrad(batch: i32, H: i32, W: i32, C: i32, dy: usize, x: usize, y: usize, out: usize): void {
  const pixel = <usize>C << 2, line = <usize>W * pixel;
  if ((H | W) & 1) fill(batch * H * W * C, out, 0);
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row + 2 <= H; row += 2) {
      for (let column = 0; column + 2 <= W; column += 2) {
        let at = <usize>row * line + <usize>column * pixel;
        for (let c = C; c > 0; c -= 4) {
          const slope = loadPart(dy, c), peak = loadPart(y, c);
          const m0 = f32x4.eq(loadPart(x + at, c), peak);
          storePart(out + at, v128.and(slope, m0), c);
          let taken = m0;
          const m1 = v128.andnot(f32x4.eq(loadPart(x + at + pixel, c), peak), taken);
          storePart(out + at + pixel, v128.and(slope, m1), c);
          taken = v128.or(taken, m1);
          const m2 = v128.andnot(f32x4.eq(loadPart(x + at + line, c), peak), taken);
          storePart(out + at + line, v128.and(slope, m2), c);
          taken = v128.or(taken, m2);
          const m3 = v128.andnot(f32x4.eq(loadPart(x + at + line + pixel, c), peak), taken);
          storePart(out + at + line + pixel, v128.and(slope, m3), c);
          const step = <usize>min(c, 4) << 2;
          at += 16;
          dy += step;
          y += step;
        }
      }
    }
    x += <usize>H * line;
    out += <usize>H * line;
  }
}
