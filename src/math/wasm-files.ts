/** Where the wasm backend's binaries are in the built site; which one loads depends on what the browser can do. */
import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";

export const wasmFiles = {
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  // Never asked for, since one thread is the reference (see backend.ts); the library wants every name to have a file.
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
};
