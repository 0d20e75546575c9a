import type { BackendName } from "../contract/protocol.ts";

/** What each backend is, in the words of the browser's makers. */
export const BACKENDS: Readonly<Record<BackendName, string>> = {
  wasm: "WebAssembly",
  cpu: "JavaScript",
};
