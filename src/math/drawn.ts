/** Tensors whose numbers are drawn by a function of a random key: the only way in which randomness enters a step. */
import type { Key } from "./key.ts";
import { tensor, type Shape, type Tensor } from "./tensor.ts";

/**
 * A pure function of the key. It may write its numbers to `out`, which has room for just them and is all zeros, and return
 * that.
 */
export type Drawing = (key: Key, out?: Float32Array<ArrayBuffer>) => Float32Array;

type Watcher = (made: Tensor, key: Key, draw: Drawing) => void;

let watcher: Watcher | undefined;
let depth = 0;

/** The numbers that `draw` makes of `key`, as a tensor. */
export function drawn(key: Key, shape: Shape, draw: Drawing): Tensor {
  depth += 1;
  try {
    const made = tensor(draw(key), shape);
    watcher?.(made, key, draw);
    return made;
  } finally {
    depth -= 1;
  }
}

/** Whether numbers are being drawn for a tensor. */
export const isDrawing = (): boolean => depth > 0;

/** Who is told of drawings from now on; nobody if undefined. */
export function watchDraws(next: Watcher | undefined): void {
  watcher = next;
}
