import type { Demo } from "../contract/demo.ts";
import type { Snapshot } from "../contract/view.ts";
import { setInView } from "./set-in-view.ts";

/**
 * The run with the settings that its pictures and numbers were computed with, where the reader has set others since: a picture of
 * both would be of neither. What a hand sets in a picture stays in the hand, and what only redraws acts at once.
 */
export function asComputed({ params }: Demo, snapshot: Snapshot): Snapshot {
  const { stale, computedWith, values } = snapshot;
  if (!stale) return snapshot;
  const entries = Object.entries(params).map(([name, param]) => [
    name,
    (param.redraws || setInView(param) ? values : computedWith)[name],
  ]);
  return { ...snapshot, values: Object.fromEntries(entries), asked: values };
}
