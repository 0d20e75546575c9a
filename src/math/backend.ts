/** Chooses what computes: wasm unless asked otherwise, cpu where nothing else works. */
import { env, setBackend } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { useKernels, useStockKernels } from "./kernels/in-use.ts";
import { watchMemories } from "./kernels/module.ts";
import { wasmFiles } from "./wasm-files.ts";

export type Backend = "wasm" | "cpu";

/**
 * Starts the preferred backend, or cpu with a sentence for the reader. On wasm our own kernels compute where they can;
 * `kernels: false` leaves all to the library's.
 */
export async function useBackend(
  preference: Backend,
  { kernels = true } = {},
): Promise<{ backend: Backend; notice?: string }> {
  if (preference === "wasm" && (await startWasm(kernels))) return { backend: "wasm" };
  // Loaded on demand: most readers never need it.
  await import("@tensorflow/tfjs-backend-cpu");
  if (!(await setBackend("cpu")))
    throw new Error("No backend could be started, not even plain JavaScript.");
  return preference === "cpu" ? { backend: "cpu" } : { backend: "cpu", notice: NO_WASM };
}

const NO_WASM =
  "This browser could not start the WebAssembly backend, so the models run in plain JavaScript, which is slower.";

let wasmIsConfigured = false;

async function startWasm(kernels: boolean): Promise<boolean> {
  try {
    configureWasm();
    const { result: started, memories } = await watchMemories(() => setBackend("wasm"));
    if (!started) return false;
    await useKernels(memories);
    if (!kernels) useStockKernels();
    return true;
  } catch {
    return false;
  }
}

function configureWasm(): void {
  if (wasmIsConfigured) return;
  wasmIsConfigured = true;
  // One thread is the reference that runs replay on; and with threads the library hangs on cross-origin-isolated pages.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  // Node finds the files beside the package by itself.
  if (!env().getBool("IS_NODE")) setWasmPaths(wasmFiles);
}
