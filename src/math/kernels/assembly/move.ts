/** Moving numbers without changing them. */
import { transpose } from "./gemm";
import { loadPart, storePart } from "./simd";

/** n numbers set to `value`. */
export function fill(n: i32, out: usize, value: f32): void {
  const word = f32x4.splat(value);
  for (; n > 0; n -= 4) {
    storePart(out, word, n);
    out += 16;
  }
}

/** One row of n numbers, strides in floats: copied, repeated or picked. */
@inline function line(n: i32, x: usize, xStep: i32, out: usize, outStep: i32): void {
  if (outStep == 1 && xStep == 1) {
    for (; n > 0; n -= 4) {
      storePart(out, n >= 4 ? v128.load(x) : loadPart(x, n), n);
      x += 16;
      out += 16;
    }
  } else if (outStep == 1 && xStep == 0) {
    fill(n, out, load<f32>(x));
  } else {
    for (; n > 0; n--) {
      store<f32>(out, load<f32>(x));
      x += <usize>xStep << 2;
      out += <usize>outStep << 2;
    }
  }
}

/**
 * Copies a block of n0 by n1 by n2 by n3 numbers: that at (i0, i1, i2, i3) from x + i0 x0 + ... + i3 x3 to out + i0 o0 + ... +
 * i3 o3. Strides in floats; a stride of 0 repeats. This is transpose, slice, concat, pad and tile.
 */
export function move(
  n0: i32, n1: i32, n2: i32, n3: i32, x: usize, x0: i32, x1: i32, x2: i32, x3: i32,
  out: usize, o0: i32, o1: i32, o2: i32, o3: i32,
): void {
  for (let i = 0; i < n0; i++) {
    for (let j = 0; j < n1; j++) {
      let from = x + (<usize>(i * x0 + j * x1) << 2), to = out + (<usize>(i * o0 + j * o1) << 2);
      if (x2 == 1 && o3 == 1 && n2 > 3 && n3 > 3) {
        transpose(n3, n2, from, <usize>x3 << 2, to, <usize>o2 << 2);
        continue;
      }
      for (let k = 0; k < n2; k++) {
        line(n3, from, x3, to, o3);
        from += <usize>x2 << 2;
        to += <usize>o2 << 2;
      }
    }
  }
}

/** out[i] = x[rows[i]] for `count` rows of `width` numbers out of `total`; `rows` are int32, NaN where there is no such row. */
export function gatherRows(count: i32, width: i32, total: i32, x: usize, rows: usize, out: usize): void {
  for (let i = 0; i < count; i++) {
    const row = load<i32>(rows + (<usize>i << 2));
    if (<u32>row < <u32>total) line(width, x + (<usize>(row * width) << 2), 1, out, 1);
    else fill(width, out, NaN);
    out += <usize>width << 2;
  }
}

/** out[rows[i]] += dy[i], where out is [total, width] and starts from zeros; in the order of i; no such row, no sum. */
export function scatterRows(count: i32, width: i32, total: i32, dy: usize, rows: usize, out: usize): void {
  fill(total * width, out, 0);
  for (let i = 0; i < count; i++) {
    const row = load<i32>(rows + (<usize>i << 2));
    if (<u32>row >= <u32>total) {
      dy += <usize>width << 2;
      continue;
    }
    let to = out + (<usize>(row * width) << 2);
    for (let j = width; j > 0; j -= 4) {
      storePart(to, f32x4.add(loadPart(to, j), loadPart(dy, j)), j);
      to += 16;
      dy += <usize>min(j, 4) << 2;
    }
  }
}
