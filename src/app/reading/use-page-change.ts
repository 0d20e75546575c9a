/** What a browser does when it loads a page, for pages changed by script: title, place, focus. */
import { useEffect, useRef } from "react";
import { pageInfo } from "../pages/page-info.ts";
import { keepAnchor } from "./keep-anchor.ts";

/** Where the reader was on each page, px. */
const places = new Map<string, number>();
/** The page that the last step through the history led to. */
let steppedTo: string | null = null;

/** To be called before the router listens, so that a step back is known when its page is drawn. */
export function watchHistory(): void {
  addEventListener("popstate", () => {
    steppedTo = location.pathname;
  });
  addEventListener("scroll", () => places.set(location.pathname, scrollY), { passive: true });
}

export function usePageChange(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.title = pageInfo(path).title;
    const place = steppedTo === path ? places.get(path) : undefined;
    steppedTo = null;
    if (place !== undefined) {
      scrollTo({ top: place, behavior: "instant" });
      return;
    }
    if (!keepAnchor()) scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}
