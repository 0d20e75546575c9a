/** What the pictures of a run are drawn from, and whether it belongs to the present settings. */
import type { NDArray } from "../../contract/array.ts";
import type { Demo } from "../../contract/demo.ts";
import { computes } from "../../contract/holds.ts";
import { fromWire, same } from "../../contract/params.ts";
import type { WeightsFile } from "../../contract/weights.ts";
import { posterOf, type Poster } from "./poster.ts";

type Settings = Readonly<Record<string, unknown>>;

export interface Shown {
  readonly outputs: Readonly<Record<string, NDArray>>;
  /** Set where all this was computed when the site was built. */
  readonly poster: Poster | null;
  /** Settings, seed and weights that it was computed with. */
  readonly values: Settings;
  readonly seed: number;
  readonly begunFrom: WeightsFile | null;
}

interface Wanted {
  readonly demo: Demo;
  readonly values: Settings;
  readonly seed: number;
  readonly shown: Shown | null;
}

/** Before a run begins: the poster of exactly these settings, else what was shown before, else the first poster. */
export function offered({
  posters,
  ...wanted
}: Wanted & { readonly posters: readonly Poster[] }): Shown | null {
  const { demo, values, seed, shown } = wanted;
  const exact = posterOf(posters, demo, values, seed);
  const poster = exact ?? (shown ? undefined : posters[0]);
  if (!poster || poster === shown?.poster) return shown;
  return {
    outputs: poster.outputs,
    poster,
    values: exact ? values : fromWire(demo.params, poster.params).values,
    seed: poster.seed,
    begunFrom: null,
  };
}

/** Whether what is shown was computed with something else than what is set. Settings that do nothing, or only redraw and act at once, don't count. */
export function isStale({
  begunFrom,
  ...wanted
}: Wanted & { readonly begunFrom: WeightsFile | null }): boolean {
  const { demo, values, seed, shown } = wanted;
  if (!shown) return false;
  if (begunFrom !== shown.begunFrom) return true;
  if (demo.steps && seed !== shown.seed) return true;
  return Object.entries(demo.params).some(
    ([name, param]) => computes(param, values) && !same(param, values[name], shown.values[name]),
  );
}

/** The outputs with those of a frame in place of their own; what these settings don't have goes. */
export const withOutputs = (
  before: Readonly<Record<string, NDArray>>,
  news: Readonly<Record<string, NDArray | null>>,
): Readonly<Record<string, NDArray>> =>
  Object.fromEntries(
    Object.entries({ ...before, ...news }).filter(
      (entry): entry is [string, NDArray] => entry[1] !== null,
    ),
  );
