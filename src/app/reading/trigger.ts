/** What opens in place; cards themselves and links to themselves do not. */
const TRIGGER =
  '.note-body :is([data-symbol], [data-bib], a[href^="#"]:not(.anchor, [href^="#cite-"]))';

/** The thing at an event that opens in place. */
export const triggerAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element && !target.closest(".card") ? target.closest(TRIGGER) : null;
