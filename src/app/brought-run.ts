/** The run that a link carries, or else the one in whose middle the reader left this page. */
import type { Demo } from "../contract/demo.ts";
import { toWire } from "../contract/params.ts";
import type { Setup } from "../contract/url.ts";
import type { Brought } from "../figure/Figure.tsx";
import { readReceipt } from "../receipts/receipt.ts";
import type { KeptRun } from "./keep-runs.ts";

export function broughtRun(demo: Demo, { seed, values, receipt }: Setup): Brought | undefined {
  const start = { seed, params: toWire(demo.params, values) };
  if (receipt !== undefined) return { start, record: readReceipt(demo, start, receipt) };
  try {
    const kept = JSON.parse(sessionStorage.getItem(demo.id)!) as KeptRun;
    const { path, left, step, changes } = kept;
    // Of other settings, or of another page, nobody asks for it here.
    if (path !== location.pathname || JSON.stringify(left) !== JSON.stringify(start))
      return undefined;
    if (!Number.isInteger(step) || !Array.isArray(changes)) return undefined;
    return { start: { seed: kept.seed, params: kept.params }, record: { left: { step, changes } } };
  } catch {
    return undefined;
  }
}
