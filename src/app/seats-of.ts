/** One run in two figures of a page, a hero and the whole one. */
import type { Run } from "../engine/page/held-run.ts";

type Watched = Parameters<Run["watch"]>[0];

/** Gives the run to one figure after another. It computes what any of them draws, while any of them is seen. */
export function seatsOf(run: Run): () => Run {
  const watched = new Map<object, Watched>();
  const seen = new Set<object>();
  return () => {
    const seat = {};
    return {
      ...run,
      watch(outputs) {
        watched.set(seat, outputs);
        run.watch([...new Set([...watched.values()].flat())]);
      },
      visible(on) {
        if (on) seen.add(seat);
        else seen.delete(seat);
        run.visible(seen.size > 0);
      },
    };
  };
}
