import { useEffect } from "react";
import type { Client } from "../engine/page/client.ts";

/** The window's height on both sides: the worker is ready when a reader who scrolls has come to the figure. */
const MARGIN = "100% 0px";

/** Not in all browsers. */
interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

/** Readies the client’s worker for a demo once its place is near the window; not where the reader saves data. */
export function useWarmed(client: () => Client, id: string, place: Element | undefined): void {
  useEffect(() => {
    if (!place || (navigator as Connected).connection?.saveData) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        client().warm(id);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [client, id, place]);
}
