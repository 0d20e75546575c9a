import { afterEach, expect, test, vi } from "vitest";
import { spawnClient } from "../../src/app/spawn-client.ts";
import { demo } from "../../src/papers/wgan/ring/demo.ts";
import { readSetup } from "../../src/contract/url.ts";

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["there are no workers", undefined],
  [
    "a policy forbids workers",
    function Worker(): never {
      throw new DOMException("no", "SecurityError");
    },
  ],
])("where %s, Run says so", async (_, Worker) => {
  vi.stubGlobal("Worker", Worker);
  const run = spawnClient("data:text/javascript,").open(demo, readSetup(demo, ""));
  run.visible(true);
  run.play();
  await expect.poll(() => run.snapshot().phase).toBe("fault");
  expect(run.snapshot().fault!.message).toContain("this browser lets the page start none");
  run.close();
});
