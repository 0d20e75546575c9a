/** Colours passages without touching the page's nodes, by the CSS Custom Highlight API. */
import { COLOURS, type Mark } from "./mark.ts";
import type { Place } from "./page.ts";

/** How long a passage that the reader went to stands out, ms. */
const FLASH = 2000;

export const canPaint = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

const layer = (name: string, ranges: readonly Range[], priority: number): void => {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(`mark-${name}`, highlight);
};

/** Paints all marks; those with a comment are underlined too. */
export function paint(marks: readonly Mark[], places: ReadonlyMap<string, Place>): void {
  if (!canPaint()) return;
  const rangesOf = (which: (mark: Mark) => boolean): Range[] =>
    marks.filter(which).flatMap(({ id }) => places.get(id)?.range ?? []);
  COLOURS.forEach((colour, i) =>
    layer(
      colour,
      rangesOf((mark) => mark.colour === colour),
      i,
    ),
  );
  layer(
    "commented",
    rangesOf(({ comment }) => comment !== ""),
    COLOURS.length,
  );
}

let fading: ReturnType<typeof setTimeout> | undefined;

/** Lets a passage stand out for a moment. */
export function flash(range: Range): void {
  if (!canPaint()) return;
  layer("flash", [range], COLOURS.length + 1);
  clearTimeout(fading);
  fading = setTimeout(() => CSS.highlights.delete("mark-flash"), FLASH);
}
