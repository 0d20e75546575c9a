/** Matrix products, and what is made of them. */
import { getBackend, tensor1d } from "@tensorflow/tfjs-core";
import { sum } from "./broadcast.ts";
import { add, relu, reluGrad } from "./elementwise.ts";
import { gradientRule, runKernel } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { detach } from "./reduce.ts";
import { reshape, transpose } from "./shape.ts";
import { tensor, type Shape, type Tensor } from "./tensor.ts";

/** Which sides of a product are turned first: their last two axes change places. */
export interface Sides {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/**
 * Matrix product over the last two axes: [m, k] by [k, n], or batches [..., m, k] by [..., k, n] with equal leading
 * axes, or a batch by one matrix [k, n]. With `transposeA` a is [..., k, m], and with `transposeB` b is [..., n, k]: no copy
 * is made of them, as `transpose` would.
 */
export function matMul(
  a: Tensor,
  b: Tensor,
  { transposeA = false, transposeB = false }: Sides = {},
): Tensor {
  const [m, inner] = sidesOf(a, transposeA);
  const [rows, n] = sidesOf(b, transposeB);
  const lead = a.shape.slice(0, -2);
  const shared = b.rank === 2;
  if (a.rank < 2 || inner !== rows || !(shared || String(lead) === String(b.shape.slice(0, -2)))) {
    const turned = transposeA || transposeB ? " turned so" : "";
    throw new Error(`Shapes [${a.shape}] and [${b.shape}]${turned} have no matrix product.`);
  }
  // One matrix for a whole batch is one tall product.
  if (shared && a.rank > 2) {
    const tall = reshape(transposeA ? transpose(a) : a, [-1, inner!]);
    return reshape(matMul(tall, b, { transposeB }), [...lead, m!, n!]);
  }
  return product(a, b, transposeA, transposeB);
}

const sidesOf = ({ shape }: Tensor, turned: boolean): number[] =>
  turned ? shape.slice(-2).toReversed() : shape.slice(-2);

/** op(a) op(b), where op transposes the last two axes or not. */
function product(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor {
  // The library's wasm kernel leaves its fast path for these flags (256 x 256 x 256: 1.2 ms without, 15 to 23 ms with).
  if (getBackend() === "wasm" && !kernelsInUse()) {
    if (transposeA) return product(transpose(a), b, false, transposeB);
    if (transposeB) return product(a, transpose(b), false, false);
  }
  return runKernel("BatchMatMul", { a, b }, { transposeA, transposeB });
}
gradientRule<{ transposeA: boolean; transposeB: boolean }>(
  "BatchMatMul",
  ["a", "b"],
  (dy, [a, b], { transposeA, transposeB }) => ({
    a: () => (transposeA ? product(b!, dy, transposeB, true) : product(dy, b!, false, !transposeB)),
    b: () => (transposeB ? product(dy, a!, true, transposeA) : product(a!, dy, !transposeA, false)),
  }),
);

export type Activation = "linear" | "relu";

/** act(x W + b): x is [..., in], W [in, out], b [out]. */
export function dense(x: Tensor, W: Tensor, b: Tensor, activation: Activation = "linear"): Tensor {
  const fits = W.rank === 2 && x.rank > 0 && x.shape.at(-1) === W.shape[0];
  if (!kernelsInUse() || !fits || String(b.shape) !== String(W.shape.slice(1))) {
    const y = add(matMul(x, W), b);
    return activation === "relu" ? relu(y) : y;
  }
  const name = activation === "relu" ? "DenseRelu" : "Dense";
  if (x.rank === 2) return runKernel(name, { x, W, b });
  const rows = dense(reshape(x, [-1, W.shape[0]]), W, b, activation);
  return reshape(rows, [...x.shape.slice(0, -1), W.shape[1]!]);
}
const denseGradient = (dy: Tensor, x: Tensor, W: Tensor) => ({
  x: () => product(dy, W, false, true),
  W: () => product(x, dy, true, false),
  b: () => sum(dy, 0),
});
gradientRule("Dense", ["x", "W"], (dy, [x, W]) => denseGradient(dy, x!, W!));
gradientRule(
  "DenseRelu",
  ["x", "W"],
  // Masked once, before the thunks; y serves the mask alone, whose derivative is 0.
  (dy, [x, W, y]) => denseGradient(reluGrad(dy, y!), x!, W!),
  "constant",
);

/**
 * Rows of x by their indices: [n, ...] gives [indices.length, ...]. Indices that are computed, a tensor [m] of whole numbers below n,
 * let no gradient through.
 */
export function gather(x: Tensor, indices: Int32Array | readonly number[] | Tensor): Tensor {
  const rows = x.shape[0] ?? 0;
  if ("rank" in indices) {
    const whole = runKernel("Cast", { x: detach(indices) }, { dtype: "int32" });
    return runKernel("GatherV2", { x: detach(x), indices: whole }, { axis: 0, batchDims: 0 });
  }
  const bad = indices.find((i) => !Number.isInteger(i) || i < 0 || i >= rows);
  if (bad !== undefined) throw new Error(`A tensor of shape [${x.shape}] has no row ${bad}.`);
  const kept = Int32Array.from(indices);
  return runKernel(
    "GatherV2",
    { x, indices: tensor1d(kept, "int32") },
    { axis: 0, batchDims: 0, rows: kept, from: x.shape },
  );
}
gradientRule<{ rows: Int32Array; from: Shape }>("GatherV2", [], (dy, _, { rows, from }) => ({
  x: () => {
    if (kernelsInUse()) {
      const indices = tensor1d(rows, "int32");
      return runKernel("ScatterRows", { dy, indices }, { shape: [...from], rows });
    }
    // As a product with a matrix of ones and zeros: the library's wasm has no scatter-add.
    const count = rows.length;
    const places = new Float32Array(from[0]! * count);
    rows.forEach((row, i) => (places[row * count + i] = 1));
    return reshape(matMul(tensor(places, [from[0]!, count]), reshape(dy, [count, -1])), from);
  },
}));
gradientRule<{ rows: Int32Array }>("ScatterRows", [], (dy, _, { rows }) => ({
  dy: () => gather(dy, rows),
}));
