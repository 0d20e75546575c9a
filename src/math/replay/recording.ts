/**
 * Listens while a step is computed and writes down all that computing it again takes: which of our functions ran on which
 * places (see places.ts), and which numbers came from a random key. The step takes and gives back its memory as ever.
 */
import { backend as present, util, type DataId } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { watchDraws, type Drawing } from "../drawn.ts";
import { watchFolds, type Key } from "../key.ts";
import { watchKernels } from "../kernel.ts";
import type { Tensor } from "../tensor.ts";
import { isInstalled } from "../kernels/replace.ts";
import { watchLaunches } from "../kernels/launch.ts";
import { addressOf, sizeOf } from "../kernels/heap.ts";
import { rolesOf } from "../kernels/parameters.ts";
import { readdressed, type Call } from "./call.ts";
import { createPlaces, type Places } from "./places.ts";

/** A key derived from an earlier one of the list; the first of all is the step's own. */
export interface Derivation {
  readonly from: number;
  readonly name: string | number;
}

/** `size` numbers drawn from the key at index `key` of the list, written to `place`. */
export interface Draw {
  readonly key: number;
  readonly place: number;
  readonly size: number;
  readonly draw: Drawing;
}

export interface Recording {
  /** Addresses among their arguments are places. */
  readonly launches: readonly Call[];
  readonly derivations: readonly Derivation[];
  readonly draws: readonly Draw[];
  /** As they are at the end of the step, its results still alive. */
  readonly places: Places;
  /** Why the step cannot be run from these notes; null if it can. */
  readonly obstacle: string | null;
}

/** Only another name for numbers already there: nothing is computed. */
const ALIASES = new Set(["Reshape"]);

/** Computes `f` of the leaves of a state, whose randomness all derives from `key`, and returns its result with the notes. */
export function record<T>(
  key: Key,
  state: readonly Tensor[],
  f: () => T,
): { result: T; recording: Recording } {
  const wasm = present() as BackendWasm;
  const launches: Call[] = [];
  const keys: Key[] = [key];
  const derivations: Derivation[] = [];
  const draws: Draw[] = [];
  const places = createPlaces();
  // The state may lie elsewhere later on.
  for (const { dataId, size } of state)
    places.taken({
      address: addressAt(dataId),
      bytes: Float32Array.BYTES_PER_ELEMENT * size,
      content: null,
    });
  let obstacle: string | null = null;
  const object = (reason: string): void => {
    obstacle ??= reason;
  };

  // All memory of the library's comes through `move` and goes through `disposeData`.
  const { move, disposeData } = wasm;
  wasm.move = (...args) => {
    move.apply(wasm, args);
    const [dataId, values, shape, dtype] = args;
    if (dtype === "string") return;
    const bytes = sizeOf(shape) * util.bytesPerElement(dtype);
    places.taken({ address: addressAt(dataId), bytes, content: copied(values, bytes) });
  };
  wasm.disposeData = (dataId, force) => {
    const address = wasm.refCount(dataId) > 0 ? addressAt(dataId) : null;
    const isGone = disposeData.call(wasm, dataId, force);
    if (isGone && address !== null) places.given(address);
    return isGone;
  };
  // What the step makes of numbers that it looks at, no note can tell.
  const { readSync, read } = wasm;
  const looking = (): void => object("the step looks at its numbers");
  wasm.readSync = (...args) => {
    looking();
    return readSync.apply(wasm, args);
  };
  wasm.read = (...args) => {
    looking();
    return read.apply(wasm, args);
  };
  watchLaunches((name, args) => {
    if (name === null) return object("the library's own kernel computed something");
    if (!rolesOf(name)) return object(`nobody says what the parameters of ${name} are`);
    launches.push(readdressed({ name, args }, places.of));
  });
  watchKernels((name) => {
    if (!isInstalled(name) && !ALIASES.has(name)) object(`${name} has no kernel of ours`);
  });
  const unwatchFolds = watchFolds((derived, from, name) => {
    const index = keys.indexOf(from);
    // Keys from elsewhere are constants.
    if (index < 0) return;
    keys.push(derived);
    derivations.push({ from: index, name });
  });
  watchDraws((made, from, draw) => {
    const index = keys.indexOf(from);
    const place = places.of(addressOf(made));
    if (index >= 0) draws.push({ key: index, place, size: made.size, draw });
  });

  try {
    const result = f();
    return { result, recording: { launches, derivations, draws, places, obstacle } };
  } finally {
    // Back to the methods of the class.
    for (const method of ["move", "disposeData", "readSync", "read"] as const) {
      delete (wasm as Partial<BackendWasm>)[method];
    }
    watchLaunches(undefined);
    watchKernels(undefined);
    unwatchFolds();
    watchDraws(undefined);
  }
}

const addressAt = (dataId: DataId): number => (present() as BackendWasm).getMemoryOffset(dataId);

/** The bytes that memory begins with; they belong to the one who gives them. */
const copied = (values: unknown, bytes: number): Uint8Array | null => {
  if (!ArrayBuffer.isView(values)) return null;
  return new Uint8Array(values.buffer, values.byteOffset, bytes).slice();
};
