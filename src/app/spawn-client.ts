/** A client of a training worker, with the browser's means; the worker is spawned when a run first needs it. */
import type { Report } from "../contract/protocol.ts";
import { createClient, type Client } from "../engine/page/client.ts";
import { trustedScript } from "./trusted.ts";

/** `workerUrl` is the address of a script that serves demos. */
export const spawnClient = (workerUrl: string): Client =>
  createClient({
    spawn({ report, broken }) {
      const worker = new Worker(trustedScript(workerUrl), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<Report>) => report(data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        broken(event.message || "its file could not be loaded.");
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
