/** Matrix products, and what is made of them. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { add } from "./elementwise.ts";
import { gradientRule, runKernel } from "./kernel.ts";
import { reshape, transpose } from "./shape.ts";
import { tensor, type Shape, type Tensor } from "./tensor.ts";

/**
 * Matrix product over the last two axes: [m, k] by [k, n], or batches [..., m, k] by [..., k, n] with equal leading
 * axes, or a batch by one matrix [k, n].
 */
export function matMul(a: Tensor, b: Tensor): Tensor {
  const [m, inner] = a.shape.slice(-2);
  const [rows, n] = b.shape.slice(-2);
  const lead = a.shape.slice(0, -2);
  const shared = b.rank === 2;
  if (a.rank < 2 || inner !== rows || !(shared || String(lead) === String(b.shape.slice(0, -2)))) {
    throw new Error(`Shapes [${a.shape}] and [${b.shape}] have no matrix product.`);
  }
  // One matrix for a whole batch is one tall product.
  if (shared && a.rank > 2) return reshape(matMul(reshape(a, [-1, inner!]), b), [...lead, m!, n!]);
  return runKernel("BatchMatMul", { a, b }, { transposeA: false, transposeB: false });
}
// The kernel's own flags transposeA and transposeB leave wasm's fast path (256 x 256 x 256: 1.2 ms without, 15 to 23 ms
// with), so operands are transposed beforehand.
gradientRule("BatchMatMul", ["a", "b"], (dy, [a, b]) => ({
  a: () => matMul(dy, transpose(b!)),
  b: () => matMul(transpose(a!), dy),
}));

/** x W + b: x is [..., in], W [in, out], b [out]. */
export const dense = (x: Tensor, W: Tensor, b: Tensor): Tensor => add(matMul(x, W), b);

/** Rows of x by their indices: [n, ...] gives [indices.length, ...]. */
export function gather(x: Tensor, indices: Int32Array | readonly number[]): Tensor {
  const rows = x.shape[0] ?? 0;
  const bad = indices.find((i) => !Number.isInteger(i) || i < 0 || i >= rows);
  if (bad !== undefined) throw new Error(`A tensor of shape [${x.shape}] has no row ${bad}.`);
  const kept = Int32Array.from(indices);
  return runKernel(
    "GatherV2",
    { x, indices: tensor1d(kept, "int32") },
    { axis: 0, batchDims: 0, rows: kept, from: x.shape },
  );
}
// Adding rows back to where they came from, as a product with a matrix of ones and zeros: wasm has no scatter-add.
gradientRule<{ rows: Int32Array; from: Shape }>("GatherV2", [], (dy, _, { rows, from }) => ({
  x: () => {
    const count = rows.length;
    const places = new Float32Array(from[0]! * count);
    rows.forEach((row, i) => (places[row * count + i] = 1));
    return reshape(matMul(tensor(places, [from[0]!, count]), reshape(dy, [count, -1])), from);
  },
}));
