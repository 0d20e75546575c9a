/** Storage that never answers. */
import { afterEach, expect, test, vi } from "vitest";
import { change, marks, open, trouble } from "../../../src/app/highlights/store.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a database that never answers is said to, and what is marked stays for export", async () => {
  vi.stubGlobal("indexedDB", { open: () => ({}) });
  vi.useFakeTimers();
  void open();
  await vi.advanceTimersByTimeAsync(4000);
  expect(trouble.get()).toMatch(/does not answer/);
  change(new Map([["urn:x:1", { id: "urn:x:1", note: "wgan" } as never]]));
  await vi.advanceTimersByTimeAsync(4000);
  expect(trouble.get()).toMatch(/does not answer/);
  expect(marks.get().size).toBe(1);
});
