/** A client of a training worker, with the browser's means; the worker is spawned when a run first needs it. */
import type { Report } from "../contract/protocol.ts";
import { createClient, type Client } from "../engine/page/client.ts";
import { trustedScript } from "./trusted.ts";

/** `workerUrl` is the address of a script that serves demos. */
export const spawnClient = (workerUrl: string): Client =>
  createClient({
    spawn({ report, broken }) {
      const worker = started(workerUrl);
      if (!worker) {
        queueMicrotask(() => broken("this browser lets the page start none."));
        return { post: () => undefined, terminate: () => undefined };
      }
      worker.addEventListener("message", ({ data }: MessageEvent<Report>) => report(data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        // Only of what runs there is more to say.
        if (event.message) broken(event.message);
        else broken("its file could not be loaded.", "no-file");
      });
      return {
        post: (command) => worker.postMessage(command),
        terminate: () => worker.terminate(),
      };
    },
    nextFrame: (callback) => void requestAnimationFrame(callback),
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
    now: () => performance.now(),
  });

/** Null where there are no workers, or a policy of the browser's forbids them. */
function started(url: string): Worker | null {
  try {
    return new Worker(trustedScript(url), { type: "module" });
  } catch {
    return null;
  }
}
