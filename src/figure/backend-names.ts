import type { BackendName } from "../contract/protocol.ts";

/** What each backend is, in words. */
export const BACKENDS: Readonly<Record<BackendName, string>> = {
  wasm: "WebAssembly with this site’s kernels",
  stock: "WebAssembly with the tensor library’s kernels",
  cpu: "JavaScript",
};
