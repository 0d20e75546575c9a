import { isPlainPress } from "../router.tsx";
import { codePath } from "./code-path.ts";

/**
 * While a demo's figure is on the page, live or not yet, links to lines of its code lead to the figure, not to the page of the
 * code. Returns the end of that.
 */
export function openLinesHere(demo: string): () => void {
  const lines = `a[href^="${codePath(demo)}#"]`;
  const stay = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(lines);
    if (!link || !isPlainPress(event)) return;
    event.preventDefault();
    // A second click on the same link leads there again.
    if (location.hash === link.hash) dispatchEvent(new HashChangeEvent("hashchange"));
    else location.hash = link.hash;
  };
  document.addEventListener("click", stay);
  return () => document.removeEventListener("click", stay);
}
