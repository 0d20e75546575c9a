import { nameOf } from "./kept-press.ts";

/**
 * Where the keyboard is in a still figure, it will be in the live one that takes its place: at what has the same name there. To be
 * called while both stand in the document; what it returns, once the live one is alone.
 */
export function keepFocus(still: readonly Node[], live: Element): () => void {
  const had = document.activeElement;
  const stop =
    had &&
    still.some((node) => node.contains(had)) &&
    [...live.querySelectorAll<HTMLElement>("a[href], [tabindex]")].find(
      (other) => other.localName === had.localName && nameOf(other) === nameOf(had),
    );
  return () => stop && stop.focus({ preventScroll: true });
}
