/** A process of the benchmark: `node scripts/run.mjs bench/bench-process IMPLEMENTATION`, spoken to by messages. */
import { createAnswer, type Request } from "./answer.ts";
import type { Implementation } from "./implementations.ts";

export async function main([name]: string[]): Promise<void> {
  const answer = await createAnswer(name as Implementation);
  process.on("message", (request: Request) => {
    void answer(request).then((reply) => process.send!(reply));
  });
  process.send!({ ready: true });
  await new Promise((resolve) => process.once("disconnect", resolve));
}
