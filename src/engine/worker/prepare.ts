/** Starts the numeric backend of a worker. */
import type { BackendName } from "../../contract/protocol.ts";
import { useBackend } from "../../math/backend.ts";

/** WebAssembly, whose runs are the reference; plain JavaScript where it cannot start. */
export const prepareBackend = (): Promise<{ backend: BackendName; notice?: string }> =>
  useBackend("wasm");
