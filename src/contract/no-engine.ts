import type { Fault } from "./protocol.ts";

/** Scripts of ours, or their worker's, that did not come. */
export const NO_ENGINE: Fault = {
  code: "no-file",
  message: "The engine’s script could not be fetched. Is there a connection?",
};
