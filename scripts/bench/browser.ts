/** The measuring workers of a Chromium, seen from the one that leads. */
import { chromium } from "playwright";
import { createServer } from "vite";
import { chromium as options } from "../machine/chromium.mjs";
import type { Reply } from "./answer.ts";
import type { Child } from "./start-process.ts";
import type { Implementation } from "./implementations.ts";

const WORKER = "/scripts/bench/browser-worker.ts?worker_file&type=module";

export interface Browser {
  readonly version: string;
  /** A worker of its own for an implementation. Throws what keeps it from starting there. */
  start(implementation: Implementation): Promise<Child>;
  close(): Promise<void>;
}

export async function startBrowser(): Promise<Browser> {
  const packages = ["tfjs", "tfjs-core", "tfjs-backend-wasm", "tfjs-backend-cpu"];
  const server = await createServer({
    logLevel: "error",
    optimizeDeps: {
      include: ["@jax-js/jax", ...packages.map((name) => `@tensorflow/${name}`)],
    },
    server: { hmr: false, port: 0, watch: null },
  });
  await server.listen();
  const browser = await chromium.launch(options());
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls!.local[0]!);

  const ask = (name: string, request: object): Promise<Reply> =>
    page.evaluate(
      ([worker, url, message]) => {
        const workers = ((globalThis as unknown as { workers?: Record<string, Worker> }).workers ??=
          {});
        const target = (workers[worker] ??= new Worker(url, { type: "module" }));
        return new Promise<Record<string, unknown>>((resolve, reject) => {
          target.addEventListener(
            "message",
            ({ data }) => resolve(data as Record<string, unknown>),
            {
              once: true,
            },
          );
          target.addEventListener("error", ({ message: text }) => reject(new Error(text)), {
            once: true,
          });
          target.postMessage(message);
        });
      },
      [name, WORKER, request] as const,
    );

  return {
    version: browser.version(),
    async start(implementation) {
      const { cannot } = await ask(implementation, { prepare: implementation });
      if (typeof cannot === "string") throw new Error(cannot);
      return { ask: (request) => ask(implementation, request), close: () => undefined };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
