/** DRAW's loss for one image in plain 64-bit numbers, line by line as the paper writes it: what the model is compared with. */

interface Layer {
  readonly W: readonly number[];
  readonly b: readonly number[];
}

export interface Plain {
  readonly c0: readonly number[];
  readonly hEnc0: readonly number[];
  readonly hDec0: readonly number[];
  readonly encoder: Layer;
  readonly decoder: Layer;
  readonly Q: Layer;
  readonly patch: Layer;
  readonly windows: readonly Layer[];
  /** [784, 4H], of the version without attention. */
  readonly image: readonly number[] | null;
}

const SIDE = 28;
const sigmoid = (v: number): number => 1 / (1 + Math.exp(-v));
const affine = (v: readonly number[], { W, b }: Layer): number[] =>
  b.map((bias, j) => v.reduce((sum, each, i) => sum + each * W[i * b.length + j]!, bias));

function lstm(gates: readonly number[], c: readonly number[]) {
  const H = c.length;
  const next = c.map(
    (old, j) => sigmoid(gates[H + j]!) * old + sigmoid(gates[j]!) * Math.tanh(gates[2 * H + j]!),
  );
  return { c: next, h: next.map((each, j) => sigmoid(gates[3 * H + j]!) * Math.tanh(each)) };
}

/** Eqs. (19) to (26), with pixels and grid points counted from 1 as in the paper. */
function filters(h: readonly number[], layer: Layer, N: number) {
  const [gX, gY, logSigma2, logDelta, logGamma] = affine(h, layer) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const delta = ((SIDE - 1) / (N - 1)) * Math.exp(logDelta);
  const bank = (g: number): number[][] =>
    Array.from({ length: N }, (_, k) => {
      const mu = ((SIDE + 1) / 2) * (g + 1) + (k + 1 - N / 2 - 0.5) * delta;
      const row = Array.from({ length: SIDE }, (__, a) =>
        Math.exp(-((a + 1 - mu) ** 2) / (2 * Math.exp(logSigma2))),
      );
      const all = row.reduce((p, q) => p + q);
      return row.map((weight) => weight / all);
    });
  return { FX: bank(gX), FY: bank(gY), gamma: Math.exp(logGamma) };
}

/** Eq. (27), one image. */
function read(x: readonly number[], { FX, FY, gamma }: ReturnType<typeof filters>): number[] {
  return FY.flatMap((down) =>
    FX.map((across) => {
      let sum = 0;
      for (let b = 0; b < SIDE; b++)
        for (let a = 0; a < SIDE; a++) sum += down[b]! * x[b * SIDE + a]! * across[a]!;
      return gamma * sum;
    }),
  );
}

/** Eq. (29). */
function write(w: readonly number[], { FX, FY, gamma }: ReturnType<typeof filters>): number[] {
  const N = FX.length;
  return Array.from({ length: SIDE * SIDE }, (_, p) => {
    const [b, a] = [Math.floor(p / SIDE), p % SIDE];
    let sum = 0;
    for (let j = 0; j < N; j++)
      for (let i = 0; i < N; i++) sum += FY[j]![b]! * w[j * N + i]! * FX[i]![a]!;
    return sum / gamma;
  });
}

/** Eqs. (3) to (11). */
export function plainLoss(
  model: Plain,
  { T, Z, N }: { readonly T: number; readonly Z: number; readonly N: number },
  x: readonly number[],
  noise: (t: number) => readonly number[],
): { Lx: number; Lz: number } {
  const { windows, image } = model;
  let canvas = [...model.c0];
  let enc = { h: [...model.hEnc0], c: model.hEnc0.map(() => 0) };
  let dec = { h: [...model.hDec0], c: model.hDec0.map(() => 0) };
  let Lz = 0;
  for (let t = 0; t < T; t++) {
    const xHat = x.map((each, p) => each - sigmoid(canvas[p]!));
    let r = xHat;
    if (windows[0]) {
      const window = filters(dec.h, windows[0], N);
      r = [...read(x, window), ...read(xHat, window)];
    }
    const gates = affine([...r, ...dec.h, ...enc.h], model.encoder);
    const seen = image ? affine(x, { W: image, b: gates.map(() => 0) }) : gates.map(() => 0);
    enc = lstm(
      gates.map((gate, j) => gate + seen[j]!),
      enc.c,
    );
    const q = affine(enc.h, model.Q);
    const z = noise(t).map((e, d) => q[d]! + Math.exp(q[Z + d]!) * e);
    for (let d = 0; d < Z; d++)
      Lz += 0.5 * (q[d]! ** 2 + Math.exp(2 * q[Z + d]!) - 2 * q[Z + d]! - 1);
    dec = lstm(affine([...z, ...dec.h], model.decoder), dec.c);
    const w = affine(dec.h, model.patch);
    const written = windows[1] ? write(w, filters(dec.h, windows[1], N)) : w;
    canvas = canvas.map((each, p) => each + written[p]!);
  }
  const Lx = x.reduce(
    (sum, bit, p) => sum + Math.log1p(Math.exp(canvas[p]!)) - bit * canvas[p]!,
    0,
  );
  return { Lx, Lz };
}
