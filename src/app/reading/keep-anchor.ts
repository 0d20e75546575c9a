/**
 * Keeps the place that a link named at the top of the window while fonts and figures arrive and change heights above it,
 * until the reader takes over.
 */
import { placeNamed } from "./addressed.ts";
import { pageMoves } from "./moved-by-page.ts";

/** By then everything that comes by itself has come, ms. */
const LONGEST = 8000;
const TAKES_OVER = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

let release: (() => void) | null = null;

/** Scrolls to a place, else to the hash of the address, and holds on to it. Returns whether there was such a place. */
export function keepAnchor(place = placeNamed(location.hash)): boolean {
  release?.();
  if (!place) return false;
  const align = (): void => {
    pageMoves();
    place.scrollIntoView({ block: "start", behavior: "instant" });
  };
  const observer = new ResizeObserver(align);
  // While a figure's parts change places the page may be too short for a moment: the browser then scrolls up, and stays there.
  let changed = false;
  const changes = new MutationObserver(() => {
    changed = true;
    requestAnimationFrame(() => requestAnimationFrame(() => (changed = false)));
  });
  const undo = (): void => {
    if (changed) align();
  };
  const timer = setTimeout(() => release?.(), LONGEST);
  release = () => {
    observer.disconnect();
    changes.disconnect();
    removeEventListener("scroll", undo);
    clearTimeout(timer);
    for (const name of TAKES_OVER) removeEventListener(name, release!);
    release = null;
  };
  for (const name of TAKES_OVER) addEventListener(name, release, { passive: true });
  align();
  observer.observe(document.body);
  changes.observe(document.body, { childList: true, subtree: true });
  addEventListener("scroll", undo, { passive: true });
  return true;
}

/** On the first load: a reload or a step back has its own place, which the browser restores. */
export function keepFirstAnchor(): void {
  addEventListener("hashchange", pageMoves);
  addEventListener("popstate", pageMoves);
  addEventListener("click", ({ target: clicked }) => {
    if ((clicked as Element).closest?.('a[href^="#"]')) pageMoves();
  });
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (entry?.type === "navigate") keepAnchor();
}
