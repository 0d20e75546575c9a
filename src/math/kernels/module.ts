/** Brings our module onto the tensor library's own heap. */
import { backend as present } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Functions, Library } from "./launch.ts";
import { signaturesOf } from "./signatures.ts";

/**
 * Runs `start`, which may instantiate WebAssembly, and returns what it returned together with the memories exported meanwhile:
 * the library doesn't hand out its own.
 */
export async function watchMemories<T>(
  start: () => Promise<T>,
): Promise<{ result: T; memories: WebAssembly.Memory[] }> {
  const memories: WebAssembly.Memory[] = [];
  const names = ["instantiate", "instantiateStreaming"] as const;
  const originals = names.map((name) => WebAssembly[name] as (...args: unknown[]) => unknown);
  const watched = originals.map((original) => async (...args: unknown[]) => {
    const made = (await original.apply(WebAssembly, args)) as
      WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;
    const { exports } = "instance" in made ? made.instance : made;
    for (const value of Object.values(exports)) {
      if (value instanceof WebAssembly.Memory) memories.push(value);
    }
    return made;
  });
  names.forEach((name, i) => Object.assign(WebAssembly, { [name]: watched[i] }));
  try {
    return { result: await start(), memories };
  } finally {
    // Unless somebody else put something of theirs there in between.
    names.forEach((name, i) => {
      if ((WebAssembly[name] as unknown) === watched[i])
        Object.assign(WebAssembly, { [name]: originals[i] });
    });
  }
}

/** Our functions on that of the memories which is the present wasm backend's heap; null if they can't be had. */
export async function loadLibrary(
  memories: readonly WebAssembly.Memory[],
): Promise<Library | null> {
  // The types of the library leave out what its C compiler puts there.
  const wasm = (present() as BackendWasm).wasm as unknown as { readonly HEAPU8: Uint8Array };
  const memory = memories.find(({ buffer }) => buffer === wasm.HEAPU8.buffer);
  if (!memory) return null;
  try {
    const module = await bytes();
    const { instance } = await WebAssembly.instantiate(module, { env: { memory } });
    const functions = instance.exports as Functions;
    return { functions, signatures: signaturesOf(module), memory };
  } catch {
    // No SIMD, no network: the library's own kernels serve.
    return null;
  }
}

/** Node reads files, browsers fetch them. */
async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  const file = new URL("./kernels.wasm", import.meta.url);
  if (file.protocol === "file:") {
    const { process } = globalThis as unknown as {
      process: {
        getBuiltinModule(name: string): { readFileSync(file: URL): Uint8Array<ArrayBuffer> };
      };
    };
    return process.getBuiltinModule("node:fs").readFileSync(file);
  }
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file.href}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
