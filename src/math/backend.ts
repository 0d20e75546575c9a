/** Chooses what computes: wasm unless asked otherwise, cpu where nothing else works. */
import { backend as present, env, setBackend } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { useKernels, useStockKernels } from "./kernels/in-use.ts";
import { watchMemories } from "./kernels/module.ts";
import { wasmFiles } from "./wasm-files.ts";

export type Backend = "wasm" | "cpu" | "webgl" | "webgpu";

/**
 * Starts the preferred backend, or cpu with a sentence for the reader. `onLost` is called if the graphics device is
 * taken away later: the library itself would wait for its answer for ever. On wasm our own kernels compute where they can;
 * `kernels: false` leaves all to the library's.
 */
export async function useBackend(
  preference: Backend,
  onLost?: () => void,
  { kernels = true } = {},
): Promise<{ backend: Backend; notice?: string }> {
  if (await start(preference, kernels)) {
    if (onLost) watch(preference, onLost);
    return { backend: preference };
  }
  await import("@tensorflow/tfjs-backend-cpu");
  if (!(await setBackend("cpu")))
    throw new Error("No backend could be started, not even plain JavaScript.");
  return {
    backend: "cpu",
    notice: `This browser could not start the ${NAMES[preference]} backend, so the models run in plain JavaScript, which is slower.`,
  };
}

const NAMES = { wasm: "WebAssembly", cpu: "JavaScript", webgl: "WebGL", webgpu: "WebGPU" };

let wasmIsConfigured = false;

async function start(backend: Backend, kernels: boolean): Promise<boolean> {
  try {
    if (backend === "wasm") return await startWasm(kernels);
    // Loaded on demand: most readers need neither.
    if (backend === "cpu") await import("@tensorflow/tfjs-backend-cpu");
    if (backend === "webgl") await import("@tensorflow/tfjs-backend-webgl");
    if (backend === "webgpu") await import("@tensorflow/tfjs-backend-webgpu");
    return await setBackend(backend);
  } catch {
    return false;
  }
}

async function startWasm(kernels: boolean): Promise<boolean> {
  configureWasm();
  const { result: started, memories } = await watchMemories(() => setBackend("wasm"));
  if (!started) return false;
  await useKernels(memories);
  if (!kernels) useStockKernels();
  return true;
}

function configureWasm(): void {
  if (wasmIsConfigured) return;
  wasmIsConfigured = true;
  // One thread is the reference that runs replay on; and with threads the library hangs on cross-origin-isolated pages.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  // Node finds the files beside the package by itself.
  if (!env().getBool("IS_NODE")) setWasmPaths(wasmFiles);
}

/** What we look at of the graphics backends: loading their types would load them. */
interface Graphics {
  readonly gpgpu?: { readonly gl: { readonly canvas: EventTarget } };
  readonly device?: { readonly lost: Promise<unknown> };
}

function watch(name: Backend, onLost: () => void): void {
  const { gpgpu, device } = present() as Graphics;
  if (name === "webgl") gpgpu?.gl.canvas.addEventListener("webglcontextlost", onLost);
  if (name === "webgpu") void device?.lost.then(onLost);
}
