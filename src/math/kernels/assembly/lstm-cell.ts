/**
 * The gates of a long short-term memory: c' = sigmoid(f) c + sigmoid(i) tanh(g), h' = sigmoid(o) tanh(c'), for gates
 * [m, 4 n] in the order i, f, g, o.
 */
import { loadPart, storePart } from "./simd";
import { sigmoid4, tanh4 } from "./transcendental";

export function lstm(m: i32, n: i32, gates: usize, c: usize, nextH: usize, nextC: usize): void {
  const gate = <usize>n << 2;
  for (let row = 0; row < m; row++) {
    for (let j = n; j > 0; j -= 4) {
      const i = sigmoid4(loadPart(gates, j)), f = sigmoid4(loadPart(gates + gate, j));
      const g = tanh4(loadPart(gates + 2 * gate, j)), o = sigmoid4(loadPart(gates + 3 * gate, j));
      const state = f32x4.add(f32x4.mul(f, loadPart(c, j)), f32x4.mul(i, g));
      storePart(nextC, state, j);
      storePart(nextH, f32x4.mul(o, tanh4(state)), j);
      const step = <usize>min(j, 4) << 2;
      gates += step;
      c += step;
      nextC += step;
      nextH += step;
    }
    gates += 3 * gate;
  }
}

/** s (1 - s), the slope of the sigmoid s. */
@inline function bump(s: v128): v128 {
  return f32x4.mul(s, f32x4.sub(f32x4.splat(1), s));
}

/** 1 - t^2, the slope of the hyperbolic tangent t. */
@inline function dome(t: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(t, t));
}

/** The gradients by the gates and by c, given those by h' and c'. */
export function lstmGrad(
  m: i32, n: i32, dh: usize, dNext: usize, gates: usize, c: usize, dGates: usize, dc: usize,
): void {
  const gate = <usize>n << 2;
  for (let row = 0; row < m; row++) {
    // The gates' values first, where their gradients will be: in one loop there are more words alive than registers.
    openGates(2 * n, gates, dGates);
    hyperbolic(n, gates + 2 * gate, dGates + 2 * gate);
    openGates(n, gates + 3 * gate, dGates + 3 * gate);
    for (let j = n; j > 0; j -= 4) {
      const i = loadPart(dGates, j), f = loadPart(dGates + gate, j);
      const g = loadPart(dGates + 2 * gate, j), o = loadPart(dGates + 3 * gate, j);
      const old = loadPart(c, j);
      const t = tanh4(f32x4.add(f32x4.mul(f, old), f32x4.mul(i, g)));
      const byH = loadPart(dh, j);
      const byC = f32x4.add(loadPart(dNext, j), f32x4.mul(f32x4.mul(byH, o), dome(t)));
      storePart(dGates, f32x4.mul(f32x4.mul(byC, g), bump(i)), j);
      storePart(dGates + gate, f32x4.mul(f32x4.mul(byC, old), bump(f)), j);
      storePart(dGates + 2 * gate, f32x4.mul(f32x4.mul(byC, i), dome(g)), j);
      storePart(dGates + 3 * gate, f32x4.mul(f32x4.mul(byH, t), bump(o)), j);
      storePart(dc, f32x4.mul(byC, f), j);
      const step = <usize>min(j, 4) << 2;
      c += step;
      dh += step;
      dNext += step;
      dGates += step;
      dc += step;
    }
    gates += 4 * gate;
    dGates += 3 * gate;
  }
}

function openGates(n: i32, x: usize, out: usize): void {
  for (; n > 0; n -= 4, x += 16, out += 16) storePart(out, sigmoid4(loadPart(x, n)), n);
}

function hyperbolic(n: i32, x: usize, out: usize): void {
  for (; n > 0; n -= 4, x += 16, out += 16) storePart(out, tanh4(loadPart(x, n)), n);
}
