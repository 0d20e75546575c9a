/**
 * Listens while a step is computed and writes down all that computing it again takes: which of our functions ran on which
 * addresses, and which numbers came from a random key. Nothing that the step allocates is given back meanwhile, so the
 * addresses stay good.
 */
import { backend as present, engine, type DataId } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { watchDraws, type Drawing } from "../drawn.ts";
import { watchFolds, type Key } from "../key.ts";
import { watchKernels } from "../kernel.ts";
import { isInstalled } from "../kernels/replace.ts";
import { watchLaunches } from "../kernels/launch.ts";
import { addressOf } from "../kernels/heap.ts";
import type { Call } from "./compiled.ts";

/** A key derived from an earlier one of the list; the first of all is the step's own. */
export interface Derivation {
  readonly from: number;
  readonly name: string | number;
}

/** `size` numbers drawn from the key at place `key` of the list, written to `address`. */
export interface Draw {
  readonly key: number;
  readonly address: number;
  readonly size: number;
  readonly draw: Drawing;
}

export interface Recording {
  readonly launches: readonly Call[];
  readonly derivations: readonly Derivation[];
  readonly draws: readonly Draw[];
  /** Why the step cannot be run from these notes; null if it can. */
  readonly obstacle: string | null;
  /** Gives back what was held. */
  free(): void;
}

/** Only another name for numbers already there: nothing is computed. */
const ALIASES = new Set(["Reshape"]);

/** Computes `f`, whose randomness all derives from `key`, and returns its result with the notes. */
export function record<T>(key: Key, f: () => T): { result: T; recording: Recording } {
  const wasm = present() as BackendWasm;
  const launches: Call[] = [];
  const keys: Key[] = [key];
  const derivations: Derivation[] = [];
  const draws: Draw[] = [];
  const held: DataId[] = [];
  let obstacle: string | null = null;
  const object = (reason: string): void => {
    obstacle ??= reason;
  };

  // All memory of the library's comes through `move`; one more reference keeps it from being given back.
  const move = wasm.move.bind(wasm);
  wasm.move = (dataId, ...rest) => {
    move(dataId, ...rest);
    wasm.incRef(dataId);
    held.push(dataId);
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
    if (name === null) object("the library's own kernel computed something");
    else launches.push({ name, args });
  });
  watchKernels((name) => {
    if (!isInstalled(name) && !ALIASES.has(name)) object(`${name} has no kernel of ours`);
  });
  watchFolds((derived, from, name) => {
    const place = keys.indexOf(from);
    // Keys from elsewhere are constants.
    if (place < 0) return;
    keys.push(derived);
    derivations.push({ from: place, name });
  });
  watchDraws((made, from, draw) => {
    const place = keys.indexOf(from);
    if (place >= 0) draws.push({ key: place, address: addressOf(made), size: made.size, draw });
  });

  const free = (): void => {
    for (const dataId of held.splice(0)) {
      if (wasm.disposeData(dataId)) engine().removeDataId(dataId, wasm);
    }
  };
  try {
    const result = f();
    return { result, recording: { launches, derivations, draws, obstacle, free } };
  } catch (error) {
    free();
    throw error;
  } finally {
    // Back to the methods of the class.
    for (const method of ["move", "readSync", "read"] as const) {
      delete (wasm as Partial<BackendWasm>)[method];
    }
    watchLaunches(undefined);
    watchKernels(undefined);
    watchFolds(undefined);
    watchDraws(undefined);
  }
}
