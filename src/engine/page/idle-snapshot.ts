/** What a run shows before it begins. */
import { curvesOfDemo } from "../../contract/branches.ts";
import { NO_POINTS } from "../../contract/no-points.ts";
import { endOf, type Demo } from "../../contract/demo.ts";
import { defaults } from "../../contract/params.ts";
import type { Points } from "../../contract/protocol.ts";
import type { Setup } from "../../contract/url.ts";
import type { Snapshot } from "../../contract/view.ts";
import { answerOf, type Poster } from "./poster.ts";
import { seen } from "./seen.ts";
import { isStale, offered, type Shown } from "./shown.ts";

/** No points yet, of each curve. */
const emptyCurves = (demo: Demo): Readonly<Record<string, Points>> =>
  Object.fromEntries(Object.keys(curvesOfDemo(demo)).map((name) => [name, NO_POINTS]));

/** The picture of these settings that was computed when the site was built, or another one, as it is drawn without the engine. */
export const idleSnapshot = (demo: Demo, setup: Setup, posters: readonly Poster[]): Snapshot =>
  idleLooks(demo, setup, posters)({});

/** The same after further settings: each call keeps what the one before it showed where there is nothing nearer to them. */
export function idleLooks(
  demo: Demo,
  { values: asked, seed, stop, problems }: Setup,
  posters: readonly Poster[],
): (changes: Readonly<Record<string, unknown>>) => Snapshot {
  let values: Snapshot["values"] = { ...defaults(demo.params), ...asked };
  let shown: Shown | null = null;
  return (changes) => {
    values = { ...values, ...changes };
    shown = offered({ demo, posters, values, seed, shown });
    const poster = shown?.poster;
    const stale = isStale({ demo, values, seed, shown, begunFrom: null });
    const curves = poster?.series ?? emptyCurves(demo);
    return {
      phase: "idle",
      playing: false,
      values,
      seed,
      step: poster?.step ?? 0,
      stopAt: demo.steps ? (stop ?? endOf(demo)) : 0,
      ...seen(demo, curves, shown?.outputs ?? {}, {}),
      curves,
      former: {},
      changes: [],
      stepsPerSecond: 0,
      precomputed: poster != null,
      answered: answerOf(poster, demo, values),
      stale,
      computedWith: stale ? (shown!.values as Snapshot["values"]) : values,
      loading: null,
      backend: null,
      tensors: 0,
      fault: null,
      notices: problems,
      begunFrom: null,
    };
  };
}
