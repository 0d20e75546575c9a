/** Random tensors. */
import type { Key } from "./key.ts";
import { normalArray, uniformArray } from "./random-arrays.ts";
import { tensor, type Shape, type Tensor } from "./tensor.ts";

const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);

/** Independent uniform numbers in [low, high). */
export const uniform = (key: Key, shape: Shape, low = 0, high = 1): Tensor =>
  tensor(uniformArray(key, sizeOf(shape), low, high), shape);

/** Independent standard normal numbers. */
export const normal = (key: Key, shape: Shape): Tensor =>
  tensor(normalArray(key, sizeOf(shape)), shape);
