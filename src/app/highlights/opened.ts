/** What is open at the moment. */
import { cell } from "./watched-value.ts";
import type { Span } from "./passage.ts";
import { change, type Changes } from "./store.ts";

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
  readonly undo?: Changes;
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

export function undo(): void {
  const before = notice.get()?.undo;
  if (before) change(before);
  notice.set({ sentence: "Taken back." });
}

export function remove(id: string): void {
  if (card.get()?.id === id) card.set(null);
  changeAndSay(new Map([[id, null]]), "Highlight deleted.");
}
