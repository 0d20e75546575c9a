/** What a line chart draws: its axes, and of each line its paths and where it ends. */
import type { Axis, Curve } from "./chart-scale.ts";
import { placeNames } from "./end-labels.ts";
import { bandOf, linePath, type LinePath } from "./line-path.ts";
import { createRunningMedian, reachOf } from "./running-median.ts";
import { stepAxis } from "./step-axis.ts";
import { valueAxis } from "./value-axis.ts";

export interface DrawableLine extends Curve {
  /** Drawn faintly under its running median. */
  readonly noisy?: boolean;
  /** The same of the run before. */
  readonly former?: Curve;
  /** Width of its name at the right edge, as a share of the narrowest chart; without one it has none. */
  readonly nameWidth?: number;
}

export interface ChartData {
  readonly lines: readonly DrawableLine[];
  /** End of the horizontal axis, unless the run went on. */
  readonly stopAt: number;
  readonly bounds?: readonly [number, number];
  /** As long as it is the same, the vertical axis only grows; with null it fits what there is. */
  readonly run: unknown;
}

export interface DrawnLine {
  readonly path: LinePath;
  /** Of a noisy line each of its values, and where they lie beyond the edges. */
  readonly raw: LinePath | null;
  /** What the path is of: medians where it is smoothed. */
  readonly curve: Curve;
  readonly former: string;
}

export interface ChartDrawing {
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly DrawnLine[];
  /** Middles of the lines' names at the right edge, as shares of the height; null where the curves leave no room. */
  readonly names: readonly number[] | null;
  /** Steps behind each median; 0 where nothing is smoothed. */
  readonly window: number;
}

const Y_TICKS = 3;
/** Medians over fewer steps than this on either side smooth nothing. */
const LEAST_REACH = 3;
/** Where a line without values would end. */
const NOWHERE = 0.5;

const lastOf = ({ values }: Curve): number => values[values.length - 1] ?? Number.NaN;

/** Makes a function that draws a chart again each time its curves have grown. */
export function createChartDrawing(): (data: ChartData) => ChartDrawing {
  const medians: ReturnType<typeof createRunningMedian>[] = [];
  const ghosts: ReturnType<typeof createGhost>[] = [];
  let kept: { readonly run: unknown; readonly domain: Axis["domain"] } | null = null;
  /** The run whose curves once left no room for names: they don't come back. */
  let crowded: unknown = null;

  return ({ lines, stopAt, bounds, run }) => {
    const reached = lines.map(({ steps }) => steps[steps.length - 1] ?? 0);
    const x = stepAxis(Math.max(stopAt, 1, ...reached));
    const reach = reachOf(x.domain[1]);
    const smooths = (line: DrawableLine): boolean => line.noisy === true && reach >= LEAST_REACH;
    const smooth = lines.map((line, i) =>
      smooths(line) ? (medians[i] ??= createRunningMedian())(line, reach) : line,
    );
    // Noisy lines of two runs may differ by orders of magnitude: the present one is what the chart is for.
    const compared = lines.flatMap(({ former, noisy }) => (former && !noisy ? [former] : []));
    const least = kept && kept.run === run ? kept.domain : undefined;
    const y = valueAxis([...lines, ...smooth, ...compared], { bounds, count: Y_TICKS, least });
    // Around less than one median's window it is a guess, which later values may take back.
    const sure = lines.every((line) => line.steps.length > (smooths(line) ? 2 * reach : 0));
    kept = run !== null && sure ? { run, domain: y.domain } : null;

    const drawn = [
      ...smooth,
      ...lines.filter(smooths),
      ...lines.flatMap(({ former }) => former ?? []),
    ];
    const named = lines.map(({ nameWidth = 0 }, i) => {
      const place = y.place(lastOf(smooth[i]!));
      return {
        end: Number.isFinite(place) ? place : NOWHERE,
        taken: drawn
          .map((curve) => bandOf(curve, x, y, 1 - nameWidth))
          .filter((band) => band !== null),
      };
    });
    const placed = run !== null && crowded === run ? null : placeNames(named);
    if (placed === null) crowded = run;
    return {
      x,
      y,
      names: placed,
      window: lines.some(smooths) ? 2 * reach + 1 : 0,
      lines: lines.map((line, i) => ({
        curve: smooth[i]!,
        path: linePath(smooth[i]!, x, y),
        raw: smooths(line) ? linePath(line, x, y) : null,
        former: (ghosts[i] ??= createGhost())(line.former, smooths(line) ? reach : 0, x, y),
      })),
    };
  };
}

/** Makes a function that gives the path of a curve that does not grow, computed anew only where the axes differ. */
function createGhost(): (curve: Curve | undefined, reach: number, x: Axis, y: Axis) => string {
  let known: readonly unknown[] = [];
  let path = "";
  return (curve, reach, x, y) => {
    if (!curve) return "";
    const asked = [curve, ...x.domain, ...y.domain];
    if (asked.some((each, i) => each !== known[i])) {
      known = asked;
      const drawn = reach > 0 ? createRunningMedian()(curve, reach) : curve;
      path = linePath(drawn, x, y).joined;
    }
    return path;
  };
}
