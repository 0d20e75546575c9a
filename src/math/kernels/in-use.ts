/** Whether our kernels are what computes. */
import { getBackend } from "@tensorflow/tfjs-core";
import { arithmetic } from "./arithmetic.ts";
import { cells } from "./cells.ts";
import { images } from "./images.ts";
import { joints } from "./joints.ts";
import { setLibrary } from "./launch.ts";
import { loadLibrary } from "./module.ts";
import { moves } from "./moves.ts";
import { products } from "./products.ts";
import { reductions } from "./reductions.ts";
import { installKernels, isInstalled, removeKernels } from "./replace.ts";
import { updates } from "./updates.ts";

let loaded = false;

/** Puts our kernels in place of the wasm backend's, if they can be had. `memories` are those exported while it started. */
export async function useKernels(memories: readonly WebAssembly.Memory[]): Promise<void> {
  if (!loaded) {
    const library = await loadLibrary(memories);
    if (!library) return;
    setLibrary(library);
    loaded = true;
  }
  const vectors = { ...arithmetic, ...moves, ...joints, ...reductions };
  installKernels({ ...vectors, ...products, ...images, ...cells, ...updates });
}

/** Leaves everything to the library's kernels again. */
export const useStockKernels = removeKernels;

/** True while the present backend is wasm with our kernels. */
export const kernelsInUse = (): boolean => getBackend() === "wasm" && isInstalled("Dense");
