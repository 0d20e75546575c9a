/** Holds a step to draw its random numbers as tensors, since what it does with plain arrays of them can't be replayed. */
import { isDrawing } from "../drawn.ts";
import { watchFolds, type Key } from "../key.ts";
import { watchArrays } from "../random-arrays.ts";

/**
 * Computes `f`. Throws where an array of random numbers is made of `key`, or of a key derived from it, other than in a drawing:
 * replayed steps would go on with the numbers of the step that was recorded. Plain steps are held to it too, so that whoever
 * writes one learns of it at the first.
 */
export function drawingOnly<T>(key: Key, f: () => T): T {
  const keys = new Set([key]);
  const unwatchFolds = watchFolds((derived, from) => {
    if (keys.has(from)) keys.add(derived);
  });
  watchArrays((name, from) => {
    if (isDrawing() || !keys.has(from)) return;
    throw new Error(
      `${name} was called with the step's key outside a drawing: draw it with \`drawn\`, or replayed steps would go on with the same numbers.`,
    );
  });
  try {
    return f();
  } finally {
    unwatchFolds();
    watchArrays(undefined);
  }
}
