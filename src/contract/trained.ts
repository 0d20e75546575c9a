/** Which runs of a demo begin from trained weights. */
import type { Demo } from "./demo.ts";

type Settings = Readonly<Record<string, unknown>>;

const hold = (wanted: Settings, values: Settings): boolean =>
  Object.entries(wanted).every(([name, value]) => values[name] === value);

/** Whether these settings ask for the demo's trained weights. */
export const asksForWeights = ({ weights }: Demo, values: Settings): boolean =>
  weights !== undefined && hold(weights.when, values);

/** The file that a run with these settings begins from, if any. */
export const weightsFile = ({ weights }: Demo, values: Settings): string | undefined =>
  weights && hold({ ...weights.when, ...weights.fits }, values) ? weights.file : undefined;
