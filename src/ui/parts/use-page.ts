/** What a canvas has to know of the page: whether it can be there at all, and when colours change. */
import { flushSync } from "react-dom";
import { useSyncExternalStore } from "react";

let printing = false;
const still = new Set<() => void>();
const told = (now: boolean) => (): void => {
  printing = now;
  flushSync(() => still.forEach((tell) => tell()));
};
const [before, after] = [told(true), told(false)];

/** True in a page as it is written, which has no scripts yet, and while it is printed: then pictures are SVG, not canvases. */
export const useStill = (): boolean => useSyncExternalStore(watchPrinting, () => printing, always);

const always = (): boolean => true;

function watchPrinting(tell: () => void): () => void {
  if (still.size === 0) {
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
  }
  still.add(tell);
  return () => {
    still.delete(tell);
    if (still.size > 0) return;
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/** Media on which the tokens depend. */
const MEDIA = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];
let changes = 0;

/** A number that is another one whenever the page's colours may be others. */
export const useColourChanges = (): number =>
  useSyncExternalStore(watchColours, () => changes, zero);

const zero = (): number => 0;

function watchColours(tell: () => void): () => void {
  const changed = (): void => {
    changes += 1;
    tell();
  };
  const themes = new MutationObserver(changed);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  const queries = MEDIA.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    themes.disconnect();
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
