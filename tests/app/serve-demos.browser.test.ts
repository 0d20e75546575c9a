import { expect, test } from "vitest";
import type { Command, Report } from "../../src/contract/protocol.ts";

test("a worker with other demos than the site’s trains them", async () => {
  const worker = new Worker(new URL("../fixtures/toy-worker.ts", import.meta.url), {
    type: "module",
  });
  const reports: Report[] = [];
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => reports.push(data));
  const post = (command: Command): void => worker.postMessage(command);
  post({ type: "warm", demo: "toy/fall" });
  post({ type: "open", run: "run-1", demo: "toy/fall", params: {}, seed: 1 });
  post({ type: "go", run: "run-1", until: 3 });
  post({ type: "pull", run: "run-1", outputs: ["weight"] });
  post({ type: "open", run: "run-2", demo: "toy/rise", params: {}, seed: 1 });
  const of = (type: Report["type"]) => reports.filter((report) => report.type === type);
  await expect.poll(() => of("frame").length, { timeout: 50_000 }).toBe(1);
  // Said to whoever warmed it, and to each run that opens.
  expect(of("ready").length).toBeGreaterThan(0);
  for (const ready of of("ready")) expect(ready).toMatchObject({ backend: "wasm" });
  expect(of("frame")).toMatchObject([{ run: "run-1", outputs: { weight: { shape: [1] } } }]);
  expect(of("fault")).toMatchObject([
    { run: "run-2", fault: { message: expect.stringContaining("there is no demo “toy/rise”") } },
  ]);
  worker.terminate();
}, 60_000);
