/** What a measuring process or worker does for the one that leads. */
import { CASES } from "./cases.ts";
import { prepare, sourceOf, type Implementation } from "./implementations.ts";
import { openSession, type Session } from "./case-session.ts";
import type { Start } from "./trainer.ts";

export type Request =
  { readonly open: string } | { readonly measure: number } | { readonly close: true };

export type Reply = Record<string, unknown>;

const programs = import.meta.glob<{ start: Start }>("./*/{ours,tfjs,jax}.ts");

/** Starts an implementation; returns what answers requests to it. */
export async function createAnswer(
  implementation: Implementation,
): Promise<(request: Request) => Promise<Reply>> {
  await prepare(implementation);
  let session: Session | undefined;

  async function open(id: string): Promise<Reply> {
    const { family, sizes } = CASES.find((entry) => entry.id === id)!;
    const load = programs[`./${family}/${sourceOf(implementation)}.ts`];
    if (!load) return { absent: true };
    const { start } = await load();
    session = openSession(start(sizes));
    return { ...session.opened };
  }

  return async (request) => {
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
}
