/** A client of a training worker, with the browser's means; the worker is spawned when a run first needs it. */
import type { Command, Report } from "../contract/protocol.ts";
import { createClient, type Client } from "../engine/page/client.ts";
import { bringEngine, type EngineFiles } from "./engine-files.ts";
import { keepingRuns } from "./keep-runs.ts";
import { trustedScript } from "./trusted.ts";

const UNKNOWN: EngineFiles = { scripts: "", binaryBytes: 0 };

/** `workerUrl` is the address of a script that serves demos, `files` what a build made of it. */
export const spawnClient = (workerUrl: string, files = UNKNOWN): Client =>
  keepingRuns(
    createClient({
      spawn({ report, broken, arriving, missing }) {
        const early: Command[] = [];
        let worker: Worker | null = null;
        let ended = false;
        const start = (): void => {
          if (ended) return;
          worker = started(workerUrl);
          if (!worker) return broken("this browser lets the page start none.");
          worker.addEventListener("message", ({ data }: MessageEvent<Report>) => report(data));
          worker.addEventListener("error", (event) => {
            event.preventDefault();
            // Only of what runs there is more to say.
            if (event.message) broken(event.message);
            else broken("its file could not be loaded.", "no-file");
          });
          for (const command of early.splice(0)) worker.postMessage(command);
        };
        void bringEngine(files, arriving).then(start, missing);
        return {
          post: (command) => void (worker ? worker.postMessage(command) : early.push(command)),
          terminate() {
            ended = true;
            worker?.terminate();
          },
        };
      },
      nextFrame: (callback) => void requestAnimationFrame(callback),
      every(ms, callback) {
        const timer = setInterval(callback, ms);
        return () => clearInterval(timer);
      },
      now: () => performance.now(),
    }),
  );

/** Null where there are no workers, or a policy of the browser's forbids them. */
function started(url: string): Worker | null {
  try {
    return new Worker(trustedScript(url), { type: "module" });
  } catch {
    return null;
  }
}
