/** Of what a page was served with: a figure without scripts, at default settings, with the precomputed run of those. */
import type { Demo } from "../contract/demo.ts";
import { same } from "../contract/params.ts";
import { DEFAULT_SEED } from "../contract/url.ts";
import type { Snapshot } from "../contract/view.ts";

/** Its elements that match a selector, while it stands there. */
export const servedParts = (figure: string, selector: string): Element[] =>
  import.meta.env.SSR
    ? []
    : [...document.querySelectorAll(`[id="${figure}"] > :not(.demo-live) ${selector}`)];

/** Whether a page is served with the very same. */
export const isServed = (demo: Demo, { precomputed, stale, values, seed }: Snapshot): boolean =>
  precomputed &&
  !stale &&
  seed === DEFAULT_SEED &&
  Object.entries(demo.params).every(([name, param]) =>
    same(param, (values as Readonly<Record<string, unknown>>)[name], param.fallback),
  );
