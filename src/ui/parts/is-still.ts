/** Whether the reader asked for less motion; where pages are served from, none is known to have. */
export const isStill = (): boolean =>
  globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
