/**
 * The one place from which our WebAssembly functions are called, each with numbers only: counts and addresses on the
 * heap. So a step is the list of its launches, and who watches them can run it again.
 */
export type Argument = number;

/** Told of each launch after it ran, and with name null of each operation that the library computed in its own way. */
export type Watcher = (name: string | null, args: readonly Argument[]) => void;

export type Functions = Readonly<Record<string, (...args: Argument[]) => void>>;

let functions: Functions = {};
let watcher: Watcher | undefined;

/** The functions that launches call. */
export function setFunctions(loaded: Functions): void {
  functions = loaded;
}

/** The function of this name, for those who run a recorded launch again. */
export const functionOf = (name: string): ((...args: Argument[]) => void) => functions[name]!;

/** Calls `name` of src/math/kernels/assembly/kernels.ts. */
export function launch(name: string, ...args: Argument[]): void {
  functions[name]!(...args);
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
