/** Colours passages without touching the page's text: by the CSS Custom Highlight API, and by an attribute on formulas. */
import { COLOURS, type Mark } from "./mark.ts";
import type { Place } from "./marked-page.ts";

/** How long a passage that the reader went to stands out, ms. */
const FLASH = 2000;

export const canPaint = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

const layer = (name: string, ranges: readonly Range[], priority: number): void => {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(`mark-${name}`, highlight);
};

let coloured: ReadonlyMap<HTMLElement, string> = new Map();

function colourFormulas(next: ReadonlyMap<HTMLElement, string>): void {
  for (const formula of coloured.keys()) if (!next.has(formula)) delete formula.dataset.mark;
  for (const [formula, name] of next) formula.dataset.mark = name;
  coloured = next;
}

/** Paints all marks; those with a comment are underlined too. */
export function paint(marks: readonly Mark[], places: ReadonlyMap<string, Place>): void {
  if (!canPaint()) return;
  const formulas = new Map<HTMLElement, string>();
  COLOURS.forEach((colour, i) => {
    for (const commented of [false, true]) {
      const those = marks.filter(
        (mark) => mark.colour === colour && (mark.comment !== "") === commented,
      );
      const found = those.flatMap(({ id }) => places.get(id) ?? []);
      const name = commented ? `${colour}-commented` : colour;
      layer(
        name,
        found.flatMap(({ words }) => words),
        2 * i + Number(commented),
      );
      for (const place of found)
        for (const formula of place.formulas) formulas.set(formula as HTMLElement, colour);
    }
  });
  colourFormulas(formulas);
}

let fading: ReturnType<typeof setTimeout> | undefined;
let settle: (() => void) | undefined;

/** Lets a passage stand out for a moment. */
export function flash({ words, formulas }: Place): void {
  if (!canPaint()) return;
  clearTimeout(fading);
  settle?.();
  layer("flash", words, 2 * COLOURS.length);
  for (const formula of formulas) (formula as HTMLElement).dataset.mark = "flash";
  settle = () => {
    CSS.highlights.delete("mark-flash");
    for (const formula of formulas) delete (formula as HTMLElement).dataset.mark;
    colourFormulas(coloured);
  };
  fading = setTimeout(settle, FLASH);
}
