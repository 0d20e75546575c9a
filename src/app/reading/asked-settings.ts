/** What the text asks of figures. A figure that is not live yet does it when it is. */
import type { Chosen } from "../../figure/choose.ts";

interface Waiting {
  readonly chosen: Chosen;
  done(): void;
}

const acting = new Map<string, (chosen: Chosen) => void>();
const waiting = new Map<string, Waiting[]>();

/** Asks the figure of a demo; resolves when it has done so. */
export function ask(demo: string, chosen: Chosen): Promise<void> {
  return new Promise((resolve) => {
    const act = acting.get(demo);
    if (act) {
      act(chosen);
      resolve();
    } else waiting.set(demo, [...(waiting.get(demo) ?? []), { chosen, done: resolve }]);
  });
}

/** The figure of a demo is live: it does what was asked before and what will be. Returns the end of that. */
export function whenAsked(demo: string, act: (chosen: Chosen) => void): () => void {
  acting.set(demo, act);
  for (const { chosen, done } of waiting.get(demo) ?? []) {
    act(chosen);
    done();
  }
  waiting.delete(demo);
  return () => {
    if (acting.get(demo) === act) acting.delete(demo);
  };
}

/** The reader has left the note: what was not done is not wanted any more. */
export const forgetAsked = (): void => waiting.clear();
