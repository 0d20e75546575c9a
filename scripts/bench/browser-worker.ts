/** The measuring thread of an implementation in a browser; messages as those of the processes in Node. */
import { CASES } from "./cases.ts";
import { prepare, sourceOf, type Implementation } from "./implementations.ts";
import { openSession, type Session } from "./session.ts";
import type { Start } from "./trainer.ts";

const programs = import.meta.glob<{ start: Start }>([
  "./{mlp,wgan}/ours.ts",
  "./{mlp,wgan}/tfjs.ts",
]);
let session: Session | undefined;

async function answer(request: {
  prepare?: Implementation;
  open?: string;
  by?: Implementation;
  measure?: number;
}): Promise<object> {
  if (request.prepare) await prepare(request.prepare);
  if (request.open) {
    const { family, sizes } = CASES.find(({ id }) => id === request.open)!;
    const { start } = await programs[`./${family}/${sourceOf(request.by!)}.ts`]!();
    session?.close();
    session = openSession(start(sizes));
    return session.opened;
  }
  return request.measure ? session!.measure(request.measure) : {};
}

addEventListener("message", ({ data }: MessageEvent) => {
  answer(data as object).then(
    (reply) => postMessage(reply),
    (error: unknown) => postMessage({ cannot: String(error) }),
  );
});
