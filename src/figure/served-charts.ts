/** The charts that a page was served with: those of the precomputed run with default settings. */
export function servedCharts(figure: string): Element | null {
  if (typeof document === "undefined") return null;
  const place = document.getElementById(figure);
  return place?.querySelector(":scope > :not(.demo-live) .lp-charts") ?? null;
}
