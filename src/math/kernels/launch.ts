/**
 * The one place from which our WebAssembly functions are called, each with numbers only: counts and addresses on the
 * heap. So a step is the list of its launches, and who watches them can run it again.
 */
import type { Signatures } from "./signatures.ts";

export type Argument = number;

/** Told of each launch after it ran, and with name null of each operation that the library computed in its own way. */
export type Watcher = (name: string | null, args: readonly Argument[]) => void;

export type Functions = Readonly<Record<string, (...args: Argument[]) => void>>;

/** Our functions and the heap they work on. */
export interface Library {
  readonly functions: Functions;
  readonly signatures: Signatures;
  readonly memory: WebAssembly.Memory;
}

let present: Library | undefined;
let watcher: Watcher | undefined;

/** The functions that launches call. */
export function setLibrary(loaded: Library): void {
  present = loaded;
}

/** The functions that launches call, for those who call them on their own. */
export function library(): Library {
  if (!present) throw new Error("Our kernels have not been loaded.");
  return present;
}

/** Calls `name` of src/math/kernels/assembly/kernels.ts. */
export function launch(name: string, ...args: Argument[]): void {
  library().functions[name]!(...args);
  watcher?.(name, args);
}

/** Notes that the library's own kernel computed something: no launch stands for it. */
export function passedOver(): void {
  watcher?.(null, []);
}

/** Who is told of launches from now on; nobody if undefined. */
export function watchLaunches(next: Watcher | undefined): void {
  watcher = next;
}
