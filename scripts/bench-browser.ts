/**
 * Cases of the benchmark in a worker of Chromium: `node scripts/run.mjs bench-browser [case …]`. As in Node, implementations
 * take turns; each has a worker of its own.
 */
import { chromium } from "playwright";
import { createServer } from "vite";
import { CASES } from "./bench/cases.ts";
import { IMPLEMENTATIONS, type Implementation } from "./bench/implementations.ts";
import { chromium as options } from "./chromium.mjs";

const NAMES: readonly Implementation[] = ["ours", "ours-eager", "ours-stock-kernels", "stock"];
const WORKER = "/scripts/bench/browser-worker.ts?worker_file&type=module";
const [ROUNDS, SECONDS] = [5, 0.3];

type Reply = Record<string, unknown>;

export async function main(chosen: string[]): Promise<void> {
  const server = await createServer({
    logLevel: "error",
    optimizeDeps: { include: ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"] },
    server: { hmr: false, port: 0 },
  });
  await server.listen();
  const browser = await chromium.launch(options());
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]!);
    const ask = (name: string, request: object): Promise<Reply> =>
      page.evaluate(
        ([worker, url, message]) => {
          const workers = ((
            globalThis as unknown as { workers?: Record<string, Worker> }
          ).workers ??= {});
          const target = (workers[worker] ??= new Worker(url, { type: "module" }));
          return new Promise<Reply>((resolve, reject) => {
            target.addEventListener("message", ({ data }) => resolve(data as Reply), {
              once: true,
            });
            target.addEventListener("error", ({ message: text }) => reject(new Error(text)));
            target.postMessage(message);
          });
        },
        [name, WORKER, request] as const,
      );
    for (const name of NAMES) await ask(name, { prepare: name });
    for (const { id, title } of CASES.filter((entry) => chosen.includes(entry.id))) {
      const times = new Map<string, number[]>(NAMES.map((name) => [name, []]));
      for (const name of NAMES) await ask(name, { open: id, by: name });
      for (let round = 0; round < ROUNDS; round++) {
        for (const name of NAMES)
          times.get(name)!.push((await ask(name, { measure: SECONDS })).ms as number);
      }
      console.log(`\n${title} (${id}), Chromium ${browser.version()}, ms a step`);
      const middle = (name: string): number =>
        times.get(name)!.toSorted((a, b) => a - b)[ROUNDS >> 1]!;
      for (const name of NAMES) {
        const ratio = middle(name) / middle("ours");
        console.log(
          `  ${IMPLEMENTATIONS[name].padEnd(20)} ${middle(name).toPrecision(3).padStart(8)} ${ratio.toPrecision(3)}x`,
        );
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
