/** Which of a demo's charts are drawn: what the page needs to know before there is any. */
import { quantitiesOf, type Demo } from "../contract/demo.ts";

/** Of more runs side by side than this the lines would not be told apart. */
const MOST_BRANCHES = 4;

/** Charts are of numbers over steps. */
export function chartsOf(demo: Demo): string[] {
  const { steps, branches = {}, charts = {} } = demo;
  if (!steps || Object.keys(branches).length > MOST_BRANCHES) return [];
  const named = new Set(Object.values(quantitiesOf(demo)).map(({ chart }) => chart));
  return Object.keys(charts).filter((name) => named.has(name));
}
