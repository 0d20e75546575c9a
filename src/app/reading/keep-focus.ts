import { nameOf } from "./kept-press.ts";

/**
 * Where the keyboard is in a still figure, it is in the live one that takes its place: at what has the same name there. Called while
 * both stand in the document.
 */
export function keepFocus(still: readonly Node[], live: Element): void {
  const had = document.activeElement;
  if (!had || !still.some((node) => node.contains(had))) return;
  [...live.querySelectorAll<HTMLElement>("a[href], [tabindex]")]
    .find((stop) => stop.localName === had.localName && nameOf(stop) === nameOf(had))
    ?.focus({ preventScroll: true });
}
