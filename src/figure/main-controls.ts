/** Which settings have their control beside the picture. */
import { fixedByBranches } from "../contract/branches.ts";
import { MOST_MAIN, type Demo } from "../contract/demo.ts";
import type { Effect } from "../contract/params.ts";
import { setInView } from "./set-in-view.ts";

const FIRST: readonly Effect[] = ["live", "restart", "view"];

/** Those that the demo names; else the first that act at once, then those that begin anew. None that a picture sets. */
export function mainControls(demo: Demo): string[] {
  const fixed = fixedByBranches(demo);
  const own = Object.entries(demo.params)
    .filter(([name, param]) => !fixed.has(name) && !setInView(param))
    .toSorted(([, a], [, b]) => FIRST.indexOf(a.effect) - FIRST.indexOf(b.effect))
    .map(([name]) => name);
  return (demo.main?.filter((name) => own.includes(name)) ?? own).slice(0, MOST_MAIN);
}

/** Whether some setting has no control beside the picture. */
export function hasMore(demo: Demo): boolean {
  const fixed = fixedByBranches(demo);
  const all = Object.keys(demo.params).filter((name) => !fixed.has(name));
  return all.length > mainControls(demo).length;
}
