/** A process of the benchmark: `node scripts/run.mjs bench-worker IMPLEMENTATION`, spoken to by messages. */
import { CASES } from "./bench/cases.ts";
import { prepare, sourceOf, type Implementation } from "./bench/implementations.ts";
import { openSession, type Session } from "./bench/session.ts";
import type { Start } from "./bench/trainer.ts";

export type Request =
  { readonly open: string } | { readonly measure: number } | { readonly close: true };

export async function main([name]: string[]): Promise<void> {
  const implementation = name as Implementation;
  const programs = import.meta.glob<{ start: Start }>("./bench/*/{ours,tfjs,jax}.ts");
  await prepare(implementation);
  let session: Session | undefined;

  async function open(id: string): Promise<object> {
    const { family, sizes } = CASES.find((entry) => entry.id === id)!;
    const load = programs[`./bench/${family}/${sourceOf(implementation)}.ts`];
    if (!load) return { absent: true };
    const { start } = await load();
    session = openSession(start(sizes));
    return session.opened;
  }

  const answer = async (request: Request): Promise<object> => {
    try {
      if ("open" in request) return await open(request.open);
      if ("measure" in request) return session!.measure(request.measure);
      session?.close();
      session = undefined;
      return {};
    } catch (error) {
      return { cannot: String(error instanceof Error ? error.message : error) };
    }
  };

  process.on("message", (request: Request) => {
    void answer(request).then((reply) => process.send!(reply));
  });
  process.send!({ ready: true });
  await new Promise((resolve) => process.once("disconnect", resolve));
}
