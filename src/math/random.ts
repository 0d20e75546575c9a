/** Random tensors. */
import type { Key } from "./key.ts";
import { normalArray, uniformArray } from "./random-arrays.ts";
import { drawn } from "./drawn.ts";
import type { Shape, Tensor } from "./tensor.ts";

const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);

/** Independent uniform numbers in [low, high). */
export const uniform = (key: Key, shape: Shape, low = 0, high = 1): Tensor =>
  drawn(key, shape, (from, out) => uniformArray(from, sizeOf(shape), low, high, out));

/** Independent standard normal numbers. */
export const normal = (key: Key, shape: Shape): Tensor =>
  drawn(key, shape, (from, out) => normalArray(from, sizeOf(shape), out));
