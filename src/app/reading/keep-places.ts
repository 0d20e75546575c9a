/** Where the reader was on pages that the history leads back to, kept by the tab over a reload. */
import { places } from "./use-page-change.ts";

const KEY = "places";

export function keepPlaces(): void {
  try {
    // What has been read since the reload is newer.
    const kept = new Map<string, number>(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
    for (const [page, top] of kept) if (!places.has(page)) places.set(page, top);
  } catch {
    // Storage is blocked, or holds something else: the way back then ends at the top of its page.
  }
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...places]));
    } catch {
      // Blocked or full.
    }
  });
}
