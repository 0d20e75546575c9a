/** The measuring thread of an implementation in a browser: first told which it is, then asked as the processes in Node are. */
import { createAnswer, type Reply, type Request } from "./answer.ts";
import type { Implementation } from "./implementations.ts";

let answer: ((request: Request) => Promise<Reply>) | undefined;

async function receive(data: Request | { readonly prepare: Implementation }): Promise<Reply> {
  if (!("prepare" in data)) return answer!(data);
  answer = await createAnswer(data.prepare);
  return { ready: true };
}

addEventListener("message", ({ data }: MessageEvent) => {
  receive(data as Request).then(
    (reply) => postMessage(reply),
    (error: unknown) => postMessage({ cannot: String(error) }),
  );
});
