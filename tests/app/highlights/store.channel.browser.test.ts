/** Storage that refuses. */
import { afterEach, expect, test, vi } from "vitest";
import { open, trouble } from "../../../src/app/highlights/store.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("where even a channel to other tabs is refused, marks are read all the same", async () => {
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    },
  );
  await open();
  expect(trouble.get()).toBeNull();
});
