/**
 * Keeps a place, such as the one that a link named at the top of the window, while fonts and figures arrive and change heights above it,
 * until the reader takes over: by hand, or by anything else that scrolls a page that has kept its height (a search in the page, the
 * scroll bar, an aid for reading).
 */
import { placeNamed } from "./addressed.ts";
import { pageMoves } from "./moved-by-page.ts";

/** By then everything that comes by itself has come, ms. */
const LONGEST = 8000;
const TAKES_OVER = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

let release: (() => void) | null = null;

/** Whether a place is being held. */
export const isHeld = (): boolean => release !== null;

/** Scrolls to a place, else to the hash of the address, and holds on to it. Returns whether there was such a place. */
export function keepAnchor(place = placeNamed(location.hash)): boolean {
  release?.();
  if (!place) return false;
  hold(() => place.scrollIntoView({ block: "start", behavior: "instant" }));
  return true;
}

/** Scrolls to where `scroll` goes, now and whenever heights change. */
export function hold(scroll: () => void): void {
  release?.();
  let held = { top: 0, height: 0 };
  const align = (): void => {
    pageMoves();
    scroll();
    held = { top: scrollY, height: document.body.scrollHeight };
  };
  const observer = new ResizeObserver(align);
  // While a figure's parts change places the page may be too short for a moment: the browser then scrolls up, and stays there.
  let changed = false;
  const changes = new MutationObserver(() => {
    changed = true;
    requestAnimationFrame(() => requestAnimationFrame(() => (changed = false)));
  });
  const scrolled = (): void => {
    if (Math.abs(scrollY - held.top) < 1) return;
    const cutShort = changed && scrollY < held.top;
    if (!cutShort && document.body.scrollHeight === held.height) release?.();
    else if (changed) align();
  };
  const timer = setTimeout(() => release?.(), LONGEST);
  release = () => {
    observer.disconnect();
    changes.disconnect();
    removeEventListener("scroll", scrolled);
    clearTimeout(timer);
    for (const name of TAKES_OVER) removeEventListener(name, release!);
    release = null;
  };
  for (const name of TAKES_OVER) addEventListener(name, release, { passive: true });
  align();
  observer.observe(document.body);
  changes.observe(document.body, { childList: true, subtree: true });
  addEventListener("scroll", scrolled, { passive: true });
}

/** On the first load: a reload or a step back has its own place, which the browser restores. */
export function keepFirstAnchor(): void {
  addEventListener("hashchange", pageMoves);
  addEventListener("popstate", pageMoves);
  addEventListener("click", ({ target: clicked }) => {
    if ((clicked as Element).closest?.('a[href^="#"]')) pageMoves();
  });
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const place = placeNamed(location.hash);
  if (entry?.type === "navigate" && place && !leftBehind(place)) keepAnchor(place);
}

/** Whether the page, which the browser has brought to this place, was scrolled elsewhere before the scripts came. */
const leftBehind = (place: HTMLElement): boolean =>
  scrollY > 0 && Math.abs(place.getBoundingClientRect().top) > innerHeight;
