/** What a canvas has to know of the page: whether it can be there at all, and when colours change. */
import { flushSync } from "react-dom";
import { useSyncExternalStore } from "react";

type Watch = (changed: () => void) => () => void;

/** One watch for all who subscribe; `watch` begins with the first of them and returns what ends it, after the last. */
function shared(watch: Watch): Watch {
  const subscribers = new Set<() => void>();
  let end = (): void => undefined;
  return (changed) => {
    if (subscribers.size === 0) end = watch(() => subscribers.forEach((tell) => tell()));
    subscribers.add(changed);
    return () => {
      subscribers.delete(changed);
      if (subscribers.size === 0) end();
    };
  };
}

let printing = false;
const watchPrinting = shared((changed) => {
  const told = (now: boolean) => (): void => {
    printing = now;
    flushSync(changed);
  };
  const [before, after] = [told(true), told(false)];
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
});

/** True in a page as it is written, which has no scripts yet, and while it is printed: then pictures are SVG, not canvases. */
export const useStill = (): boolean => useSyncExternalStore(watchPrinting, () => printing, always);

const always = (): boolean => true;

/** Media on which the tokens depend. */
const MEDIA = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];
let changes = 0;
const watchColours = shared((changed) => {
  const count = (): void => {
    changes += 1;
    changed();
  };
  const themes = new MutationObserver(count);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  const queries = MEDIA.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", count);
  return () => {
    themes.disconnect();
    for (const query of queries) query.removeEventListener("change", count);
  };
});

/** A number that is another one whenever the page's colours may be others. */
export const useColourChanges = (): number =>
  useSyncExternalStore(watchColours, () => changes, zero);

const zero = (): number => 0;
