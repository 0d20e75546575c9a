/** What a canvas has to know of the page: whether it can be there at all, and when colours change. */
import { flushSync } from "react-dom";
import { useSyncExternalStore } from "react";
import { onWindow, sharedWatch } from "../shared-watch.ts";
import type { Colour, Tints } from "./paint-pixels.ts";

let printing = false;
const prints = sharedWatch((tell) => {
  const told = (now: boolean) => (): void => {
    printing = now;
    flushSync(tell);
  };
  const ends = [onWindow("beforeprint", told(true)), onWindow("afterprint", told(false))];
  return () => ends.forEach((end) => end());
});

/** True in a page as it is written, which has no scripts yet, and while it is printed: then pictures are SVG, not canvases. */
export const useStill = (): boolean =>
  useSyncExternalStore(prints.subscribe, () => printing, always);

const always = (): boolean => true;

/** What a picture of each kind is painted with at full strength. */
export interface Palette {
  readonly ink: Tints;
  readonly heat: Tints;
}

/** The colours of a theme, where it is set. */
export function paletteAt(element: Element): Palette {
  const style = getComputedStyle(element);
  // The tokens are registered as colours, so it is "rgb(28, 29, 31)" in whatever notation they are written.
  const colourOf = (token: string): Colour =>
    style.getPropertyValue(token).match(/\d+/g)!.map(Number) as unknown as Colour;
  const ink = colourOf("--ink");
  return {
    ink: { colour: ink, negative: ink },
    heat: { colour: colourOf("--heat-high"), negative: colourOf("--heat-low") },
  };
}

/** Media on which the tokens depend. */
const MEDIA = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];
let palette: Palette | undefined;
const colours = sharedWatch((tell) => {
  const forget = (): void => {
    palette = undefined;
    tell();
  };
  const themes = new MutationObserver(forget);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  const queries = MEDIA.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", forget);
  return () => {
    // From now on nobody would say that they are others.
    palette = undefined;
    themes.disconnect();
    for (const query of queries) query.removeEventListener("change", forget);
  };
});

/**
 * The page's colours, another object whenever they may be others. They are asked for before a figure is put into the page: afterwards
 * the browser would have to lay it out first.
 */
export const usePalette = (): Palette =>
  useSyncExternalStore(colours.subscribe, pagePalette, noPage);

const pagePalette = (): Palette => (palette ??= paletteAt(document.documentElement));
/** Where a page is written, nothing is painted. */
const noPage = (): Palette => palette!;
