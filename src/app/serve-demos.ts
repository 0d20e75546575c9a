/** A worker's body: the host with the given demos and the browser's means. */
import type { Demo } from "../contract/demo.ts";
import type { Command } from "../contract/protocol.ts";
import type { AnyProgram } from "../engine/program.ts";
import { fetchFile } from "../engine/worker/fetch-file.ts";
import { createHost } from "../engine/worker/host.ts";
import { prepareBackend } from "../engine/worker/prepare.ts";

/** What a glob finds: a way to each module by its path. */
type Modules<T> = Readonly<Record<string, () => Promise<T>>>;

const REST_MS = 4;

/** Takes commands from the page. A demo’s parts are found by the ends of their paths: `wgan/ring/demo.ts`, `wgan/ring/program.ts`. */
export function serveDemos(
  demos: Modules<{ demo: Demo }>,
  programs: Modules<{ program: AnyProgram }>,
): void {
  /** A message to oneself comes back after those already waiting: sooner than any timer. */
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const receive = createHost({
    post: (report) => self.postMessage(report),
    async load(id) {
      const demo = ending(demos, `/${id}/demo.ts`);
      const program = ending(programs, `/${id}/program.ts`);
      if (!demo || !program) throw new Error(`there is no demo “${id}”.`);
      return { ...(await demo()), ...(await program()) };
    },
    fetchFile: (path, how) =>
      fetchFile(new URL(import.meta.env.BASE_URL + path, self.location.origin), how),
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
}

function ending<T>(modules: Modules<T>, end: string): (() => Promise<T>) | undefined {
  return Object.entries(modules).find(([path]) => path.endsWith(end))?.[1];
}
