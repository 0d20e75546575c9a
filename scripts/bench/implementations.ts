import { wasmFiles } from "../../src/math/wasm-files.ts";

/** Who computes. Each runs in a process of its own: two of them would share the tensor library's register of gradients. */
export const IMPLEMENTATIONS = {
  ours: "ours",
  "ours-eager": "ours, not replayed",
  "ours-stock-kernels": "ours, stock kernels",
  stock: "tfjs wasm",
  "tfjs-cpu": "tfjs cpu",
  "jax-js": "jax-js wasm",
} as const;

export type Implementation = keyof typeof IMPLEMENTATIONS;

/** The file of a family's folder with its program. */
export const sourceOf = (implementation: Implementation): "ours" | "tfjs" | "jax" => {
  if (implementation.startsWith("ours")) return "ours";
  return implementation === "jax-js" ? "jax" : "tfjs";
};

/** Starts what the programs of an implementation run on. */
export async function prepare(implementation: Implementation): Promise<void> {
  if (sourceOf(implementation) === "ours") {
    const { useBackend } = await import("../../src/math/backend.ts");
    const { setReplay } = await import("./our-trainer.ts");
    await useBackend("wasm", { kernels: implementation !== "ours-stock-kernels" });
    setReplay(implementation === "ours");
  } else if (implementation === "jax-js") {
    const { defaultDevice, init } = await import("@jax-js/jax");
    await init("wasm");
    defaultDevice("wasm");
  } else {
    const tf = await import("@tensorflow/tfjs");
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    // Node finds the files beside the package by itself.
    if (!tf.env().getBool("IS_NODE")) setWasmPaths(wasmFiles);
    // One thread for everyone.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    await tf.setBackend(implementation === "stock" ? "wasm" : "cpu");
  }
}
