/** How much more a run computes than the figure's own, told before it is begun. */
import { endOf, type Demo } from "../contract/demo.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";

/** Fewer times the work than this is not worth a word. */
const WORTH_SAYING = 3;

/** A sentence about a run that asks for much: steps, and sizes (whole numbers from 1 on) above the demo's own; else nothing. */
export function workload(
  demo: Demo,
  { params }: Start,
  { step, changes }: Pick<Receipt, "step" | "changes">,
): string {
  const all = [params, ...changes.map((change) => change.params)];
  const sizes = Object.entries(demo.params).map(([name, { control, fallback }]) => {
    if (control.kind !== "slider" || control.step % 1 > 0 || control.min < 1) return 1;
    const largest = Math.max(...all.map((wire) => Number(wire[name] ?? fallback)));
    return Math.max(1, largest / (fallback as number));
  });
  const times = sizes.reduce((a, b) => a * b, step / endOf(demo));
  if (times < WORTH_SAYING) return "";
  const about = times.toLocaleString("en", { maximumSignificantDigits: 1 });
  return ` That is at least about ${about} times the work of this figure’s own run: ${times < 20 ? "it takes a while" : "it may take hours"}.`;
}
