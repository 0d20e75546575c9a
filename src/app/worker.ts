/** The training worker: the host with this site's programs and the browser's means. */
import type { Demo } from "../contract/demo.ts";
import type { Command } from "../contract/protocol.ts";
import type { AnyProgram } from "../engine/program.ts";
import { createHost } from "../engine/worker/host.ts";
import { prepareBackend } from "../engine/worker/prepare.ts";
import { answerServiceWorker } from "./offline/fetched-before.ts";

const demos = import.meta.glob<{ demo: Demo }>("../papers/*/*/demo.ts");
const programs = import.meta.glob<{ program: AnyProgram }>("../papers/*/*/program.ts");

/** A message to oneself comes back after those already waiting: sooner than any timer. */
const { port1, port2 } = new MessageChannel();
port1.start();
const REST_MS = 4;

const receive = createHost({
  post: (report) => self.postMessage(report),
  async load(id) {
    const [demo, program] = [demos, programs].map((modules, half) => {
      const path = `../papers/${id}/${half === 0 ? "demo" : "program"}.ts`;
      return Object.hasOwn(modules, path) ? modules[path] : undefined;
    });
    if (!demo || !program) throw new Error(`there is no demo “${id}”.`);
    return {
      ...((await demo()) as { demo: Demo }),
      ...((await program()) as { program: AnyProgram }),
    };
  },
  async fetchAsset(path) {
    const response = await fetch(new URL(path, self.location.origin + import.meta.env.BASE_URL));
    if (!response.ok) throw new Error(String(response.status));
    return response.arrayBuffer();
  },
  prepare: prepareBackend,
  breathe: (resting) =>
    new Promise((resolve) => {
      if (resting) return void setTimeout(resolve, REST_MS);
      port1.addEventListener("message", () => resolve(), { once: true });
      port2.postMessage(null);
    }),
  now: () => performance.now(),
});

self.addEventListener("message", ({ data }: MessageEvent<Command>) => receive(data));
answerServiceWorker();
