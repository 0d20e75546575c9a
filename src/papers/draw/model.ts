/**
 * DRAW: Gregor et al., arXiv:1502.04623v2, sections 2 and 3, over binary images. In shapes, n is the number of images; a canvas is a
 * row of A B logits.
 */
import { broadcastTo } from "../../math/broadcast.ts";
import { bernoulliNats, klNormal, sampleNormal } from "../../math/distributions.ts";
import { add, clip, mul, sigmoid, sub } from "../../math/elementwise.ts";
import { dense, matMul } from "../../math/linear.ts";
import { lstmCell, lstmStep, type LstmState } from "../../math/lstm.ts";
import { concat, reshape, slice } from "../../math/shape.ts";
import { zeros, type Tensor } from "../../math/tensor.ts";
import { PIXELS, SIDE, type Sizes, type Weights } from "./first-weights.ts";
import { read, windowOf, write, type Window } from "./window.ts";

/** What one step leaves: the canvas [n, A B], the decoder's state [n, H], w_t of eq. (28) or (18), and the window through which it wrote, if it has any. */
export interface Drawn {
  readonly canvas: Tensor;
  readonly hDec: Tensor;
  readonly w: Tensor;
  readonly writing: Window | undefined;
}

/** And what the encoder had of it: x̂_t [n, A B], r_t, its state [n, H], the code's mean and draw [n, Z], and the window through which it read. */
export interface Copied extends Drawn {
  readonly xHat: Tensor;
  readonly r: Tensor;
  readonly hEnc: Tensor;
  readonly mean: Tensor;
  readonly z: Tensor;
  readonly reading: Window | undefined;
}

/** A state whose output begins as learned and whose memory is empty, [n, H] each. */
const first = (h0: Tensor, n: number): LstmState => {
  const [H] = h0.shape as [number];
  return { h: broadcastTo(h0, [n, H]), c: zeros([n, H]) };
};

/** Row t of [T, n, Z]: [n, Z]. */
export const at = (x: Tensor, t: number): Tensor => {
  const [, n, Z] = x.shape as [number, number, number];
  return reshape(slice(x, [t, 0, 0], [1, n, Z]), [n, Z]);
};

const squares = (x: Tensor): Tensor => reshape(x, [-1, SIDE, SIDE]);

/** The window that the decoder's state h [n, H] sets: the first layer is for reading, the second for writing, eq. (21). */
const windowBy = (h: Tensor, { windows }: Weights, which: 0 | 1, N: number): Window | undefined => {
  const layer = windows[which];
  return layer && windowOf(dense(h, layer.W, layer.b), N, SIDE);
};

/** read, eqs. (17) and (27): [n, 2 N²]. Without attention it is the error image alone [n, A B]; `Weights.image` sees x. */
function readOf(x: Tensor, xHat: Tensor, window: Window | undefined): Tensor {
  if (!window) return xHat;
  const { FX, FY, gamma } = window;
  const [n, N] = FX.shape as [number, number];
  const patch = (image: Tensor): Tensor => reshape(read(squares(image), FX, FY, gamma), [n, N * N]);
  return concat([patch(x), patch(xHat)], 1);
}

/** write, eqs. (18) and (29), of w_t: [n, A B]. */
function writeOf(w: Tensor, window: Window | undefined): Tensor {
  if (!window) return w;
  const { FX, FY, gamma } = window;
  const [n, N] = FX.shape as [number, number];
  return reshape(write(reshape(w, [n, N, N]), FX, FY, gamma), [n, PIXELS]);
}

/** Eqs. (7), (8) and (28): the decoder takes z [n, Z] and adds to the canvas. */
function decode(weights: Weights, z: Tensor, dec: LstmState, canvas: Tensor, N: number) {
  const next = lstmCell(weights.decoder, z, dec);
  const { W, b } = weights.patch;
  const writing = windowBy(next.h, weights, 1, N);
  const w = dense(next.h, W, b);
  return { dec: next, w, writing, canvas: add(canvas, writeOf(w, writing)) };
}

/** Mean and deviation of a code, eqs. (1), (2), from the encoder's output h [n, H]: [n, Z] each. Differs: log σ is held within −6 and 2. */
export function posterior(h: Tensor, { Q: { W, b } }: Weights) {
  const both = dense(h, W, b);
  const [n, twice] = both.shape as [number, number];
  const Z = twice / 2;
  return {
    mean: slice(both, [0, 0], [n, Z]),
    logSigma: clip(slice(both, [0, Z], [n, Z]), -6, 2),
  };
}

/**
 * Eqs. (3) to (12) for binary images x [n, A B] with noise ε [T, n, Z]: 𝓛ˣ and 𝓛ᶻ in nats, [n] each and summed over steps, and what
 * each of the T steps left. 𝓛ᶻ has the constant −TZ/2 where the paper prints −T/2.
 */
export function infer(weights: Weights, { T, N }: Sizes, x: Tensor, epsilon: Tensor) {
  const [n] = x.shape as [number];
  const steps: Copied[] = [];
  const divergences: Tensor[] = [];
  let enc = first(weights.hEnc0, n);
  let dec = first(weights.hDec0, n);
  let canvas = broadcastTo(weights.c0, [n, PIXELS]);
  const [image] = weights.image;
  const still = image && matMul(x, image);
  for (let t = 0; t < T; t++) {
    const xHat = sub(x, sigmoid(canvas));
    const reading = windowBy(dec.h, weights, 0, N);
    const r = readOf(x, xHat, reading);
    const gates = dense(concat([r, dec.h, enc.h], 1), weights.encoder.W, weights.encoder.b);
    enc = lstmStep(still ? add(gates, still) : gates, enc.c);
    const { mean, logSigma } = posterior(enc.h, weights);
    const logVar = mul(logSigma, 2);
    divergences.push(klNormal({ mean, logVar }));
    const z = sampleNormal({ mean, logVar }, at(epsilon, t));
    const next = decode(weights, z, dec, canvas, N);
    ({ dec, canvas } = next);
    const { w, writing } = next;
    steps.push({ xHat, r, hEnc: enc.h, mean, z, hDec: dec.h, w, canvas, reading, writing });
  }
  return {
    Lx: bernoulliNats(canvas, x),
    Lz: divergences.reduce((a, b) => add(a, b)),
    divergences,
    steps,
  };
}

/** Eqs. (13) to (15): T canvases of n images, for codes z [T, n, Z] drawn from the prior. */
export function generate(weights: Weights, { T, N }: Sizes, z: Tensor): readonly Drawn[] {
  const [, n] = z.shape as [number, number, number];
  const steps: Drawn[] = [];
  let dec = first(weights.hDec0, n);
  let canvas = broadcastTo(weights.c0, [n, PIXELS]);
  for (let t = 0; t < T; t++) {
    const next = decode(weights, at(z, t), dec, canvas, N);
    ({ dec, canvas } = next);
    steps.push({ hDec: dec.h, w: next.w, canvas, writing: next.writing });
  }
  return steps;
}
