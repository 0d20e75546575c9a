/** Frames of a page in Chromium while it scrolls. */
import type { Page } from "playwright";
import { quantile } from "../latency/quantiles.ts";

/** Pixels a frame: a page of the screen in half a second, which is a brisk wheel. */
const PACE = 24;
const LATE_MS = 17.5;

/** Milliseconds between frames while the page scrolls from where it is to its end, or back to its top. */
export const framesWhileScrolling = (page: Page, way: "down" | "up"): Promise<number[]> =>
  page.evaluate(
    (pixels) =>
      new Promise((resolve) => {
        const times: number[] = [];
        let last: number | undefined;
        let before = -1;
        const frame = (now: number): void => {
          if (last !== undefined) times.push(now - last);
          last = now;
          if (scrollY === before) return resolve(times);
          before = scrollY;
          scrollBy({ top: pixels, behavior: "instant" });
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    way === "down" ? PACE : -PACE,
  );

export function summaryOf(times: readonly number[]) {
  const at = (share: number): number => Math.round(quantile(times, share) * 10) / 10;
  const late = times.filter((ms) => ms > LATE_MS).length / times.length;
  return {
    frames: times.length,
    "median, ms": at(0.5),
    "95th, ms": at(0.95),
    "longest, ms": at(1),
    "late, %": Math.round(late * 1000) / 10,
  };
}
