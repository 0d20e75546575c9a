/** A comment while it is written, beside other tabs that may change or delete it. */
import { revised, type Mark } from "./mark.ts";
import { change, deletedElsewhere, marks } from "./store.ts";

export interface Writing {
  type(text: string): void;
  /** Whether anything was typed. */
  begun(): boolean;
  /** Stores what was typed, unless another tab has changed the comment: then nothing, and that is returned. */
  store(): string | null;
  /** The mark as it is now: returns the comment that the field should show where another tab changed it and nothing was typed. */
  follow(mark: Mark): string | null;
  /** What another tab wrote while something else was typed here. */
  conflict(): string | null;
  /** Both texts, one below the other. */
  both(): string;
  /** The reader has seen the other text, and wants this one. */
  settle(text: string): void;
  /** Stores what was typed, come what may: with the other tab's text below it, and a mark that was deleted there again. */
  end(): void;
}

export function beginWriting(first: Mark): Writing {
  const { id } = first;
  let mark = first;
  /** What the field and the store last agreed on. */
  let agreed = first.comment;
  let typed: string | null = null;
  let begun = false;

  const stored = (): Mark | undefined => marks.get().get(id);
  function conflict(): string | null {
    const now = stored()?.comment;
    return typed !== null && now !== undefined && now !== agreed && now !== typed ? now : null;
  }
  const both = (): string =>
    [typed ?? agreed, conflict()]
      .filter((text) => text !== null && text !== "")
      .join("\n\n---\n\n");
  function write(comment: string): void {
    typed = null;
    agreed = comment;
    const now = stored() ?? (begun ? deletedElsewhere.get(id) : undefined);
    if (now && (now.comment !== comment || !stored()))
      change(new Map([[id, revised(now, { comment })]]));
  }
  return {
    type(text) {
      typed = text;
      begun = true;
    },
    begun: () => begun,
    store() {
      const other = conflict();
      if (other === null && typed !== null) write(typed);
      return other;
    },
    follow(now) {
      const changed = now.comment !== mark.comment;
      mark = now;
      if (!changed || typed !== null || now.comment === agreed) return null;
      agreed = now.comment;
      return agreed;
    },
    conflict,
    both,
    settle(text) {
      agreed = stored()?.comment ?? agreed;
      typed = text;
    },
    end() {
      if (typed !== null || (begun && !stored())) write(both());
    },
  };
}
