/** Chooses what computes: wasm unless asked otherwise, cpu where nothing else works. */
import { env, setBackend } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { kernelsInUse, useKernels, useStockKernels } from "./kernels/in-use.ts";
import { watchMemories } from "./kernels/module.ts";
import { wasmFiles } from "./wasm-files.ts";

export type Backend = "wasm" | "cpu";

/**
 * Starts the preferred backend, or cpu with a sentence for the reader. On wasm our own kernels compute; where they cannot be
 * had, or with `kernels: false`, the library's do, which round otherwise: that is called "stock".
 */
export async function useBackend(
  preference: Backend,
  { kernels = true } = {},
): Promise<{ backend: Backend | "stock"; notice?: string }> {
  if (preference === "wasm" && (await startWasm(kernels))) {
    if (kernelsInUse()) return { backend: "wasm" };
    return kernels ? { backend: "stock", notice: NO_KERNELS } : { backend: "stock" };
  }
  // Loaded on demand: most readers never need it.
  await import("@tensorflow/tfjs-backend-cpu");
  if (!(await setBackend("cpu")))
    throw new Error("No backend could be started, not even plain JavaScript.");
  return preference === "cpu" ? { backend: "cpu" } : { backend: "cpu", notice: NO_WASM };
}

const NO_KERNELS =
  "This site’s own kernels could not be loaded, so the tensor library’s compute in their place: slower, and with other last digits than runs elsewhere.";
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
