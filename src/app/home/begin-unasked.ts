/** A run that begins without being asked, where that takes nothing from the reader. */
import type { Run } from "../../engine/page/held-run.ts";
import { watchSeen } from "../../ui/watch-seen.ts";
import { savesData } from "../saves-data.ts";

/** How much of the figure is seen before it begins. */
const SEEN = 0.5;
/** How long the page has had nothing to load before it may begin, ms: what a reader needs comes first. */
const SETTLED_MS = 1500;
/** Nothing promises idle time to a page on a busy machine: after so long it begins all the same, ms. */
const LATEST_MS = 5000;

/** Moving pictures and the files for them are not for everyone, and a link's settings wait for their reader. */
const mayBegin = (): boolean =>
  !savesData() && !matchMedia("(prefers-reduced-motion: reduce)").matches && location.search === "";

/** Begins the run once its figure is seen and the page rests; returns the end of waiting. */
export function beginUnasked(place: Element, run: Run): () => void {
  if (!mayBegin()) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = false;
  const begin = (): void => {
    if (!seen) return;
    leave();
    // The reader may have come first.
    if (run.snapshot().phase === "idle") run.play();
  };
  const settle = (): void => {
    clearTimeout(timer);
    if (document.readyState === "complete") timer = setTimeout(whenIdle, SETTLED_MS, begin);
  };
  const stop = watchSeen(
    place,
    (now) => {
      seen = now;
      if (seen) settle();
    },
    { threshold: SEEN },
  );
  addEventListener("load", settle);
  const leave = (): void => {
    clearTimeout(timer);
    stop();
    removeEventListener("load", settle);
  };
  return leave;
}

/** Not in all browsers: where it is missing, the time that has passed must do. */
const whenIdle = (work: () => void): void => {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: LATEST_MS });
  else work();
};
