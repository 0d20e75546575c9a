/** Random numbers straight onto the heap, or by way of it. */
import type { Key } from "../key.ts";
import { bytes, scratch } from "./heap.ts";
import { kernelsInUse } from "./in-use.ts";
import { library } from "./launch.ts";

/** Numbers below which the call costs more than it saves. */
const FEW = 8;

/**
 * Fills `out` with what `name` of assembly/random.ts makes of the key, where our kernels compute; otherwise returns false and
 * does nothing. `out` may lie on the heap. This is no launch: a replayed step calls it with a key of its own.
 */
export function fillByKernel(
  name: "normals" | "uniforms" | "words",
  { hi, lo }: Key,
  out: Float32Array | Uint32Array,
  ...settings: readonly number[]
): boolean {
  if (out.length < FEW || !kernelsInUse()) return false;
  const run = library().functions[name]!;
  if (out.buffer === bytes().buffer) {
    run(out.length, hi, lo, out.byteOffset, ...settings);
    return true;
  }
  const address = scratch(out.length);
  run(out.length, hi, lo, address, ...settings);
  const made = bytes().subarray(address, address + out.byteLength);
  new Uint8Array(out.buffer, out.byteOffset, out.byteLength).set(made);
  return true;
}
