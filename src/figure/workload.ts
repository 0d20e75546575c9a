/** How much more a run computes than the figure's own, told before it is begun. */
import { endOf, type Demo } from "../contract/demo.ts";
import type { Wire } from "../contract/params.ts";
import type { Receipt, Start } from "../receipts/receipt.ts";
import { formatDuration } from "../ui/format-number.ts";

/** Fewer times the work than this is not worth a word. */
const WORTH_SAYING = 3;
/** Nor is less time, s. */
const LONG_S = 60;

/** How fast this machine has gone with which settings. */
export interface Pace {
  readonly stepsPerSecond: number;
  readonly params: Wire;
}

/**
 * A sentence about a run that asks for much: steps, and sizes (whole numbers from 1 on) above the demo's own; else nothing. Where a
 * pace is known it is told in time.
 */
export function workload(
  demo: Demo,
  { params }: Start,
  { step, changes }: Pick<Receipt, "step" | "changes">,
  pace?: Pace | null,
): string {
  const all = [params, ...changes.map((change) => change.params)];
  const sizes = Object.entries(demo.params).map(([name, { control, fallback }]) => {
    if (control.kind !== "slider" || control.step % 1 > 0 || control.min < 1) return 1;
    const largest = Math.max(...all.map((wire) => Number(wire[name] ?? fallback)));
    return Math.max(1, largest / Number(pace?.params[name] ?? fallback));
  });
  const times = sizes.reduce((a, b) => a * b, 1);
  if (pace) {
    const seconds = (step * times) / pace.stepsPerSecond;
    return seconds < LONG_S
      ? ""
      : ` At the pace of the run here it takes ${formatDuration(seconds)}.`;
  }
  const own = (times * step) / endOf(demo);
  if (own < WORTH_SAYING) return "";
  const about = own.toLocaleString("en", { maximumSignificantDigits: 1 });
  return ` That is at least about ${about} times the work of this figure’s own run: ${own < 20 ? "it takes a while" : "it may take hours"}.`;
}
