/**
 * Convolution with 3 by 3 filters, stride 1, zeros around ('same'). Images are [batch, H, W, C], filters [3, 3, C, F]. Each
 * image is copied into a frame of zeros, so that the 3 C numbers under a row of the filter lie side by side: no other copy.
 */
import { lanesFor, pack, panelFloats } from "./gemm";
import { fill } from "./move";
import { ADD, panel4, panel8 } from "./panel";

/** Copies an image of [H, W, C] into the middle of [H + 2, W + 2, C] zeros. */
export function frame(H: i32, W: i32, C: i32, x: usize, out: usize): void {
  fill((H + 2) * (W + 2) * C, out, 0);
  const line = <usize>(W * C) << 2;
  for (let i = 0; i < H; i++) {
    memory.copy(out + (<usize>(((i + 1) * (W + 2) + 1) * C) << 2), x + <usize>i * line, line);
  }
}

/** out [batch, H, W, F]. `bias` is [F], or 0 for none; `mode` as in panel.ts. `scratch` holds 9 C (F + 7) + (H + 2) (W + 2) C floats. */
export function conv(
  batch: i32, H: i32, W: i32, C: i32, F: i32, x: usize, filter: usize, out: usize,
  bias: usize, mode: i32, scratch: usize,
): void {
  const K = 9 * C;
  let at = scratch;
  for (let f = 0; f < F; f += 8) {
    const width = min(8, F - f);
    pack(K, width, lanesFor(width), filter + (<usize>f << 2), <usize>F << 2, 4, at);
    at += <usize>(K * lanesFor(width)) << 2;
  }
  const framed = scratch + (<usize>panelFloats(K, F) << 2);
  const pixel = <usize>C << 2, line = <usize>((W + 2) * C) << 2, outPixel = <usize>F << 2;
  for (let image = 0; image < batch; image++) {
    frame(H, W, C, x, framed);
    at = scratch;
    for (let f = 0; f < F; f += 8) {
      const width = min(8, F - f);
      const lanes = lanesFor(width);
      let from = framed, to = out + (<usize>f << 2);
      const start = bias ? bias + (<usize>f << 2) : 0;
      for (let y = 0; y < H; y++) {
        if (lanes == 8) panel8(W, width, 3, 3 * C, from, pixel, 4, line, at, 32, to, outPixel, start, mode);
        else panel4(W, width, 3, 3 * C, from, pixel, 4, line, at, 16, to, outPixel, start, mode);
        from += line;
        to += <usize>W * outPixel;
      }
      at += <usize>(K * lanes) << 2;
    }
    x += <usize>(H * W) * pixel;
    out += <usize>(H * W) * outPixel;
  }
}

/** The gradient by x: dy [batch, H, W, F] to out [batch, H, W, C]. `scratch` holds 9 C F floats more than `conv` with C for F. */
export function convInput(
  batch: i32, H: i32, W: i32, C: i32, F: i32, dy: usize, filter: usize, out: usize, scratch: usize,
): void {
  // It is a convolution of dy by the filter turned by half a turn, inputs and outputs exchanged.
  for (let tap = 0; tap < 9; tap++) {
    for (let c = 0; c < C; c++) {
      for (let f = 0; f < F; f++) {
        const value = load<f32>(filter + (<usize>(((8 - tap) * C + c) * F + f) << 2));
        store<f32>(scratch + (<usize>((tap * F + f) * C + c) << 2), value);
      }
    }
  }
  conv(batch, H, W, F, C, dy, scratch, out, 0, 0, scratch + (<usize>(9 * C * F) << 2));
}

/** The gradient by the filter, added up over the batch. `scratch` holds (H + 2) (W + 2) C + 8 H W floats. */
export function convFilter(
  batch: i32, H: i32, W: i32, C: i32, F: i32, x: usize, dy: usize, out: usize, scratch: usize,
): void {
  const pixel = <usize>C << 2, line = <usize>((W + 2) * C) << 2, outPixel = <usize>F << 2;
  const panel = scratch + (<usize>((H + 2) * (W + 2) * C) << 2);
  fill(9 * C * F, out, 0);
  for (let image = 0; image < batch; image++) {
    frame(H, W, C, x, scratch);
    for (let f = 0; f < F; f += 8) {
      const width = min(8, F - f);
      const lanes = lanesFor(width);
      pack(H * W, width, lanes, dy + (<usize>f << 2), outPixel, 4, panel);
      for (let row = 0; row < 3; row++) {
        const from = scratch + <usize>row * line;
        const to = out + (<usize>(row * 3 * C * F + f) << 2);
        if (lanes == 8) panel8(3 * C, width, H, W, from, 4, pixel, line, panel, 32, to, outPixel, 0, ADD);
        else panel4(3 * C, width, H, W, from, 4, pixel, line, panel, 16, to, outPixel, 0, ADD);
      }
    }
    x += <usize>(H * W) * pixel;
    dy += <usize>(H * W) * outPixel;
  }
}
