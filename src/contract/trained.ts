/** Which runs of a demo begin from trained weights. */
import type { Demo, TrainedWeights } from "./demo.ts";
import { same, type Params } from "./params.ts";

type Settings = Readonly<Record<string, unknown>>;

const hold = (params: Params, wanted: Settings, values: Settings): boolean =>
  Object.entries(wanted).every(([name, value]) => same(params[name]!, values[name], value));

/** The trained weights that these settings ask for, whether or not they fit. */
export const askedWeights = (
  { params, weights = [] }: Demo,
  values: Settings,
): TrainedWeights | undefined => weights.find(({ when }) => hold(params, when, values));

/** The file that a run with these settings begins from, if any. */
export function weightsFile(demo: Demo, values: Settings): string | undefined {
  const asked = askedWeights(demo, values);
  return asked && hold(demo.params, asked.fits ?? {}, values) ? asked.file : undefined;
}
