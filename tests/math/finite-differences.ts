/** Gradients and second derivatives of operations against central differences. */
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { add, mul } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { read } from "../../src/math/memory.ts";
import { tensor, type Shape, type Tensor } from "../../src/math/tensor.ts";

export type Operation = (...inputs: Tensor[]) => Tensor;

/** An operation, the shapes of its inputs and, where its domain asks for it, that they are positive. */
export type Case = [name: string, f: Operation, shapes: Shape[], domain?: "positive"];

/** Everything that computes. */
export const BACKENDS = [
  { backend: "wasm", kernels: true },
  { backend: "wasm", kernels: false },
  { backend: "cpu", kernels: true },
] as const;

export const start = async ({ backend, kernels }: (typeof BACKENDS)[number]): Promise<void> =>
  void (await useBackend(backend, undefined, { kernels }));

/** Distinct numbers no nearer than .05 to each other, to 0 or to a bound of `clip`, so that no kink is within a step. */
export function numbers(shape: Shape, input: number, domain?: string): Float32Array {
  const size = shape.reduce((product, n) => product * n, 1);
  return Float32Array.from({ length: size }, (_, i) => {
    const x = (((7 * i + 5 * input) % 12) - 5.5 + 0.3 * input) * 0.17;
    return domain === "positive" ? 1.5 + x : x;
  });
}

/** A fixed weighted sum, so that every output counts differently. */
const project = (y: Tensor): Tensor =>
  sum(
    mul(
      y,
      tensor(
        Float32Array.from({ length: y.size }, (_, i) => Math.cos(1 + 2 * i)),
        y.shape,
      ),
    ),
  );

export async function number(loss: Tensor): Promise<number> {
  return (await read(loss)).data[0]!;
}

/** Where the gradient of `loss` differs from central differences by any number of any input: a sentence each. */
async function mismatches(
  loss: (inputs: Tensor[]) => Tensor,
  arrays: readonly Float32Array[],
  shapes: readonly Shape[],
): Promise<string[]> {
  const H = 1 / 128;
  const at = (values: readonly Float32Array[]) =>
    values.map((v, i) => tensor(v.slice(), shapes[i]!));
  const { grad } = valueAndGrad(loss)(at(arrays));
  const found: string[] = [];
  for (const [i, array] of arrays.entries()) {
    const { data, shape } = await read(grad[i]!);
    if (String(shape) !== String(shapes[i])) found.push(`input ${i}: shape [${shape}]`);
    for (let j = 0; j < array.length; j++) {
      const shifted = (by: number) =>
        number(
          loss(at(arrays.map((a, n) => (n === i ? a.map((x, m) => (m === j ? x + by : x)) : a)))),
        );
      const slope = ((await shifted(H)) - (await shifted(-H))) / (2 * H);
      const near = Math.abs(data[j]! - slope) < 2e-3 * (1 + Math.abs(slope));
      if (!near) found.push(`input ${i}, number ${j}: ${data[j]} against ${slope}`);
    }
  }
  return found;
}

/** Where the gradient of an operation is not what differences of its values say. */
export async function wrongSlopes([, f, shapes, domain]: Case): Promise<string[]> {
  const arrays = shapes.map((shape, i) => numbers(shape, i, domain));
  return mismatches((inputs) => project(f(...inputs)), arrays, shapes);
}

/** The same for the gradient of its gradient. */
export async function wrongCurvatures([, f, shapes, domain]: Case): Promise<string[]> {
  const arrays = shapes.map((shape, i) => numbers(shape, i, domain));
  const slope = (inputs: Tensor[]) => {
    const { grad } = valueAndGrad((p: Tensor[]) => project(f(...p)))(inputs);
    return grad.map(project).reduce((a, b) => add(a, b));
  };
  return mismatches(slope, arrays, shapes);
}
