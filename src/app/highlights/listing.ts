/** Marks in the order in which they are read. */
import { withoutInvisible } from "../../contract/invisible.ts";
import { notes, pathOf } from "../notes.ts";
import type { Mark } from "./mark.ts";
import type { Place } from "./marked-page.ts";

export interface Section {
  readonly slug: string;
  readonly title: string;
  readonly address: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** Those of the note on the page whose passage is not in it any more; what other notes have lost shows there. */
  readonly lost: readonly Mark[];
}

export interface Asked {
  /** The note on the page, and where its marks are. */
  readonly here: string | undefined;
  readonly places: ReadonlyMap<string, Place>;
  /** Whether places may still be found: then nothing is lost yet. */
  readonly searching?: boolean;
  /** All notes, or only the one on the page. */
  readonly all: boolean;
  /** Only marks that say this, in the passage or in the comment. */
  readonly search: string;
}

export const addressOf = (slug: string): string => new URL(pathOf(slug), location.origin).href;

/** A section for each note that has marks; notes in the order of the site, unknown ones last. */
export function listing(marks: Iterable<Mark>, asked: Asked): Section[] {
  const { here, places, searching, all, search } = asked;
  const plain = (words: string): string => withoutInvisible(words).toLowerCase();
  const wanted = plain(search).trim();
  const says = ({ passage, comment }: Mark): boolean =>
    wanted === "" || plain(`${passage.exact}\n${comment}`).includes(wanted);
  const byNote = new Map<string, Mark[]>();
  for (const mark of marks) {
    if ((!all && mark.note !== here) || !says(mark)) continue;
    const others = byNote.get(mark.note);
    if (others) others.push(mark);
    else byNote.set(mark.note, [mark]);
  }
  const rank = (slug: string): number => {
    const at = notes.findIndex(({ meta }) => meta.slug === slug);
    return at < 0 ? notes.length : at;
  };
  const startOf = ({ id, passage }: Mark): number => places.get(id)?.start ?? passage.start;
  return [...byNote]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([slug, ofNote]) => {
      const inOrder = ofNote.toSorted((a, b) => startOf(a) - startOf(b));
      const isLost = ({ id }: Mark): boolean => slug === here && !searching && !places.has(id);
      return {
        slug,
        title: notes[rank(slug)]?.meta.title ?? `“${slug}”, a note that this site does not have`,
        address: addressOf(slug),
        marks: inOrder.filter((mark) => !isLost(mark)),
        lost: inOrder.filter(isLost),
      };
    });
}
