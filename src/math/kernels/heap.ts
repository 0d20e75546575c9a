/** Tensors as our kernels see them: addresses on the heap, which stay while the heap grows. */
import { backend as present, type TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Shape } from "../tensor.ts";

const heap = (): BackendWasm => present() as BackendWasm;

export const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1);

/** What the C compiler puts there; the types of the library leave it out. */
interface CompiledC {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly _malloc: (count: number) => number;
  readonly _free: (address: number) => void;
}

const compiledC = (): CompiledC => heap().wasm as unknown as CompiledC;

/** All of the heap; its buffer is another one after each growth. */
export const bytes = (): Uint8Array<ArrayBuffer> => compiledC().HEAPU8;

/** Where a tensor's numbers start, in bytes. */
export const addressOf = ({ dataId }: TensorInfo): number => heap().getMemoryOffset(dataId);

/** Memory of the library's for a result, its numbers not yet written. */
export const output = (shape: Shape): TensorInfo => heap().makeOutput([...shape], "float32");

/** The same numbers under another shape; nothing is copied. */
export function alias({ dataId, dtype }: TensorInfo, shape: Shape): TensorInfo {
  heap().incRef(dataId);
  return { dataId, dtype, shape: [...shape] };
}

/** Memory that is no tensor's, its numbers not yet written; the address of its first byte, a multiple of 8. */
export function allocated(count: number): number {
  const { _malloc: malloc } = compiledC();
  // Addresses above 2 GB come as negative numbers.
  const address = malloc(count) >>> 0;
  if (address === 0) throw new RangeError(`There is no memory left for ${count} bytes.`);
  return address;
}

/** Gives back memory that is no tensor's. */
export function free(address: number): void {
  const { _free: giveBack } = compiledC();
  giveBack(address);
}

/** Gives back a result that only we knew of. */
export const discard = ({ dataId }: TensorInfo): boolean => heap().disposeData(dataId);

let room = { address: 0, floats: 0 };

/**
 * The address of room for `floats` numbers that hold until the next call. It grows by doubling and is never given back, so that
 * a launch that was recorded stays valid.
 */
export function scratch(floats: number): number {
  if (floats > room.floats) {
    const size = Math.max(4096, floats, 2 * room.floats);
    room = { address: addressOf(output([size])), floats: size };
  }
  return room.address;
}
