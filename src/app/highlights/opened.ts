/** What is open at the moment. */
import { cell } from "./watched-value.ts";
import type { Span } from "./passage.ts";
import { change, stillMade, type Changes, type Done } from "./store.ts";

/** A selection that can be marked. */
export interface Selected {
  readonly span: Span;
  readonly range: Range;
}

export interface Notice {
  readonly sentence: string;
  /** To be copied by hand. */
  readonly link?: string;
  /** Takes back what the sentence says. */
  readonly undo?: Done;
}

export const selected = cell<Selected | null>(null);
/** The mark whose card is open, and whether it opens for writing. */
export const card = cell<{ readonly id: string; readonly writing: boolean } | null>(null);
export const panelOpen = cell(false);
export const notice = cell<Notice | null>(null);

/** Changes marks, says so, and offers to take it back. */
export function changeAndSay(changes: Changes, sentence: string): void {
  notice.set({ sentence, undo: change(changes) });
}

/** What somebody has changed since, here or in another tab, stays as it is now. */
export function undo(): void {
  const done = notice.get()?.undo;
  if (!done) return;
  const left = stillMade(done);
  if (left.size > 0) change(left);
  const all = left.size === done.before.size;
  const but = left.size > 0 ? "Taken back, but for what" : "Nothing was taken back: it";
  notice.set({ sentence: all ? "Taken back." : `${but} was changed since.` });
}

export function remove(id: string): void {
  if (card.get()?.id === id) card.set(null);
  changeAndSay(new Map([[id, null]]), "Highlight deleted.");
}
