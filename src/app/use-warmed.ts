import { useEffect } from "react";

/** The window's height on both sides: the worker is ready when a reader who scrolls has come to the figure. */
const MARGIN = "100% 0px";

/** Not in all browsers. */
interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

/** Calls `warm` once a place is near the window; not where the reader saves data. */
export function useWarmed(place: Element | undefined, warm: () => void): void {
  useEffect(() => {
    if (!place || (navigator as Connected).connection?.saveData) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        warm();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [place, warm]);
}
