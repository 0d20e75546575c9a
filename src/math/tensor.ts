/** What a tensor is and how one is made from numbers. All tensors are float32. */
import {
  Tensor as TensorClass,
  ones as filledWithOnes,
  scalar as scalarOf,
  tensor as tensorOf,
  zeros as filledWithZeros,
} from "@tensorflow/tfjs-core";

export type Tensor = TensorClass;
export type Shape = readonly number[];

/** Row-major numbers outside of tensors, such as `read` gives. */
export interface Numbers {
  readonly shape: Shape;
  readonly data: ArrayLike<number>;
}

/** Row-major numbers as a tensor of the given shape. The array belongs to the tensor afterwards: don't write to it. */
export function tensor(data: Float32Array | readonly number[], shape: Shape): Tensor {
  const values = data instanceof Float32Array ? data : Float32Array.from(data);
  const size = shape.reduce((product, n) => product * n, 1);
  if (values.length !== size) {
    throw new Error(`A tensor of shape [${shape}] holds ${size} numbers, not ${values.length}.`);
  }
  return tensorOf(values, [...shape], "float32");
}

/** A number as a tensor of shape []. */
export const scalar = (value: number): Tensor => scalarOf(value, "float32");

export const zeros = (shape: Shape): Tensor => filledWithZeros([...shape], "float32");

export const ones = (shape: Shape): Tensor => filledWithOnes([...shape], "float32");

export const isTensor = (value: unknown): value is Tensor => value instanceof TensorClass;
