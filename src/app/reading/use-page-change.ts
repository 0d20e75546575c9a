/** What a browser does when it loads a page, for pages changed by script: title, place, focus. */
import { useEffect, useRef } from "react";
import { pagePath } from "../../contract/page-path.ts";
import { pageInfo } from "../pages/page-info.ts";
import { hold, keepAnchor } from "./keep-anchor.ts";

/** Where the reader was on each page with its settings, px. */
const places = new Map<string, number>();
const address = (): string => location.pathname + location.search;
/** The page that the last step through the history led to. */
let steppedTo: string | null = null;

/** To be called before the router listens, so that a step back is known when its page is drawn. */
export function watchHistory(): void {
  addEventListener("popstate", () => {
    steppedTo = pagePath(location.pathname);
  });
  addEventListener("scroll", () => places.set(address(), scrollY), { passive: true });
  // The browser restores after a reload, when all is there again; between pages of ours it would come too early.
  addEventListener("pagehide", () => {
    history.scrollRestoration = "auto";
  });
}

/** Browsers share the address that the page itself gives as its own. */
function moveCanonical(path: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  if (link) link.href = new URL(path, link.href).href;
}

export function usePageChange(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.title = pageInfo(path).title;
    moveCanonical(path);
    history.scrollRestoration = "manual";
    const place = steppedTo === path ? places.get(address()) : undefined;
    steppedTo = null;
    if (place !== undefined) {
      // Until all is there again that had its height when the reader left.
      hold(() => scrollTo({ top: place, behavior: "instant" }));
      return;
    }
    if (!keepAnchor()) scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}
