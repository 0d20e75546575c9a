/** The measuring process of an implementation, seen from the one that leads. */
import { fork } from "node:child_process";
import type { Reply, Request } from "./answer.ts";
import type { Implementation } from "./implementations.ts";

export interface Child {
  ask(request: Request): Promise<Reply>;
  close(): void;
}

export async function startChild(implementation: Implementation): Promise<Child> {
  const worker = fork("scripts/run.mjs", ["bench/bench-process", implementation], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // One request at a time, so one who waits.
  let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
  const reply = (): Promise<Reply> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  worker.on("message", (message: Reply) => waiting?.resolve(message));
  worker.on("exit", (code) =>
    waiting?.reject(new Error(`The process of ${implementation} ended with code ${code}.`)),
  );
  await reply();
  return {
    ask(request) {
      const answered = reply();
      worker.send(request);
      return answered;
    },
    close: () => worker.disconnect(),
  };
}
