/** A recorded step that can be taken again in place: from the state at its addresses to the next state at the same ones. */
import { fold, type Key } from "../key.ts";
import { addressOf, bytes, sizeOf } from "../kernels/heap.ts";
import type { Tensor } from "../tensor.ts";
import { fused } from "./fused.ts";
import { program, type Copy } from "./compiled.ts";
import type { Recording } from "./recording.ts";

export interface Plan {
  /** Takes the step of `key`; returns its metrics. */
  run(key: Key): Float32Array;
  free(): void;
}

const FLOAT = 4;

/** A tensor's numbers where they lie, as bits. */
export const bitsAt = (tensor: Tensor): Uint32Array =>
  new Uint32Array(bytes().buffer, addressOf(tensor), tensor.size);

/**
 * Makes a plan of the recording of a step from `state` to `next`, with `metrics` its numbers; or says why there can be none.
 */
export function planOf(
  recording: Recording,
  state: readonly Tensor[],
  next: readonly Tensor[],
  metrics: Tensor,
): Plan | { readonly obstacle: string } {
  if (recording.obstacle) return { obstacle: recording.obstacle };
  const copies = copiesOf(state, next);
  if (!copies) return { obstacle: "parts of the state share memory" };
  const { launches, derivations, draws } = recording;
  const metricsAt = addressOf(metrics);

  // The step that was recorded is the first one taken.
  program([], copies)();
  const kept = [metricsAt, ...copies.map(({ from }) => from)];
  const compute = program(fused(launches, kept), copies);

  return {
    run(key) {
      const keys = [key];
      for (const { from, name } of derivations) keys.push(fold(keys[from]!, name));
      for (const { key: place, address, size, draw } of draws) {
        const numbers = draw(keys[place]!, new Float32Array(bytes().buffer, address, size));
        // Most write there themselves; while others draw, the heap may grow and lie elsewhere.
        if (numbers.byteOffset !== address || numbers.buffer !== bytes().buffer)
          new Float32Array(bytes().buffer, address, size).set(numbers);
      }
      compute();
      return new Float32Array(bytes().buffer, metricsAt, metrics.size).slice();
    },
    free: recording.free,
  };
}

/** What brings the next state to where the present one lies; null where one would overwrite another. */
function copiesOf(state: readonly Tensor[], next: readonly Tensor[]): Copy[] | null {
  const places = state.map(addressOf);
  const copies: Copy[] = [];
  for (const [i, leaf] of next.entries()) {
    const from = addressOf(leaf);
    const to = places[i];
    if (to === undefined || state[i]!.size !== leaf.size) return null;
    if (from === to) continue;
    if (places.includes(from)) return null;
    copies.push({ to, from, bytes: FLOAT * sizeOf(leaf.shape) });
  }
  return new Set(places).size === places.length && state.length === next.length ? copies : null;
}
