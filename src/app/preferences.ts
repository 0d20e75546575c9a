/**
 * What the reader chose for this site, kept in their browser. Where storage is blocked the choice lasts as long as the
 * page. `public/theme.js` reads the same entry before the first paint: a page that turns dark after it was shown light hurts
 * at night.
 */
import { useSyncExternalStore } from "react";
import { onWindow, sharedWatch } from "../ui/shared-watch.ts";

export type Theme = "system" | "light" | "sepia" | "dark";
/** In the order in which one follows another. */
export const THEMES: readonly Theme[] = ["system", "light", "dark", "sepia"];

const KEY = "live-paper-notes";
let theme: Theme | undefined;

function read(): Theme {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const asked = (stored as { theme?: unknown } | null)?.theme;
    return THEMES.find((name) => name === asked) ?? "system";
  } catch {
    return "system";
  }
}

function show(chosen: Theme): void {
  theme = chosen;
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  choices.tell();
}

export function setTheme(chosen: Theme): void {
  show(chosen);
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme: chosen }));
  } catch {
    // Blocked or full: the choice holds until the page is closed.
  }
}

const choices = sharedWatch(() =>
  onWindow("storage", ({ key }) => {
    // Another tab's choice, or all that was kept is gone.
    if (key === KEY || key === null) show(read());
  }),
);

/** The reader's choice; null while rendering on the server and in the first pass over its HTML. */
export const useTheme = (): Theme | null =>
  useSyncExternalStore(
    choices.subscribe,
    () => (theme ??= read()),
    () => null,
  );
