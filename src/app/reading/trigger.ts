/** What opens in place; cards themselves and links to themselves do not. */
const TRIGGER =
  '.note-body :is([data-set], [data-symbol], [data-bib], a[href^="#"]:not(.anchor, [href^="#cite-"]))';

/** The thing at an event that opens in place. Letters in words that set a figure are part of these. */
export const triggerAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element && !target.closest(".card")
    ? (target.closest<HTMLElement>(".note-body [data-set]") ?? target.closest(TRIGGER))
    : null;

/** A part of a figure that belongs to a symbol and lights up with it: a control, a curve. */
export const partAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest(".note-body .demo [data-symbols]") : null;
