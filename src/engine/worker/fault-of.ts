import type { Fault } from "../../contract/protocol.ts";
import { NO_ENGINE } from "../../contract/no-engine.ts";
import { RunFault } from "../run-fault.ts";

/** What Chromium, Firefox and WebKit say of a script that did not come. */
const NOT_FETCHED = /dynamically imported module|importing a module script/i;

/** What the reader is told of an error that ended a run. */
export function faultOf(error: unknown): Fault {
  if (error instanceof RunFault) return error.fault;
  const text = error instanceof Error ? error.message : String(error);
  if (NOT_FETCHED.test(text)) return { ...NO_ENGINE, culprit: text };
  if (/memory|allocation/i.test(text)) {
    const message =
      "The browser ran out of memory for this run. Close other tabs or choose smaller sizes, then reset.";
    return { code: "out-of-memory", message, culprit: text };
  }
  if (error instanceof Error && error.name === "RuntimeError") {
    return {
      code: "backend-lost",
      message: "The numeric backend stopped working.",
      culprit: text,
    };
  }
  return { code: "bug", message: `The demo failed: ${text}`, culprit: text };
}
