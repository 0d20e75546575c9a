/** Which section is being read; also written into the address, so that a copied link leads back to it. */
import { useEffect, useState } from "react";
import type { OutlineEntry } from "../../notes/note.ts";
import { placeNamed } from "./addressed.ts";
import { movedByPage, pageMoves } from "./moved-by-page.ts";

/** A section counts as reached when its heading is this near to the top, px. */
const REACHED = 140;
/** The address is written once scrolling has rested this long, ms: Safari allows 100 writes in 30 s. */
const REST = 400;

/** The id of the section in view, null above the first. */
export function useScrollSpy(entries: readonly OutlineEntry[]): string | null {
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    let rest = 0;
    // Before the reader scrolls, the address names the place that was asked for, which may not be here yet.
    let scrolled = false;
    const look = (): void => {
      frame = 0;
      const id = sectionAt(entries);
      setActive(id);
      clearTimeout(rest);
      if (scrolled && !movedByPage()) rest = window.setTimeout(() => writeHash(id), REST);
    };
    const soon = (event?: Event): void => {
      scrolled ||= event?.type === "scroll";
      frame ||= requestAnimationFrame(look);
    };
    let width = innerWidth;
    // What scrolls because lines broke anew, or for the keys of a screen, was not the reader. Bars of the browser that come and go change the height alone.
    const resized = (): void => {
      if (width !== innerWidth || document.activeElement!.matches("input")) pageMoves();
      width = innerWidth;
      soon();
    };
    soon();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", resized, { passive: true });
    return () => {
      removeEventListener("scroll", soon);
      removeEventListener("resize", resized);
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, [entries]);
  return active;
}

function sectionAt(entries: readonly OutlineEntry[]): string | null {
  let reached: string | null = null;
  for (const { id } of entries) {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    if (top === undefined || top > REACHED) break;
    reached = id;
  }
  return reached;
}

/** Replaces the hash and nothing else: the query belongs to the demos. */
function writeHash(id: string | null): void {
  const { pathname, search, hash } = location;
  const wanted = id === null ? "" : `#${id}`;
  if (hash === wanted || isOnScreen(hash)) return;
  try {
    history.replaceState(history.state, "", pathname + search + wanted);
  } catch {
    // Too many writes for this browser: the next rest of the scroll tries again.
  }
}

/** Whether the place that the reader asked for is still in view; then the address already tells the truth. */
function isOnScreen(hash: string): boolean {
  const target = placeNamed(hash);
  if (!target) return false;
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
