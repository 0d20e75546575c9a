import { useMemo } from "react";
import { SIDE } from "./chart-scale.ts";
import { useKeptRange, type Range } from "./use-kept-range.ts";

/** A place that points are to reach. */
export interface Goal {
  readonly at: readonly [x: number, y: number];
  readonly reach: number;
  readonly met: boolean;
}

/** Arrows from points: where each is pushed, and how hard. */
export interface Pushes {
  readonly label: string;
  /** Row-major `[n, 2]`. */
  readonly at: ArrayLike<number>;
  readonly by: ArrayLike<number>;
}

/** From data units into the plot's, y downwards. */
export interface Plane {
  readonly x: Range;
  readonly y: Range;
  readonly height: number;
}

const across = ({ x: [left, right] }: Plane, x: number): number =>
  ((x - left) / (right - left)) * SIDE;
const down = ({ y: [bottom, top], height }: Plane, y: number): number =>
  ((top - y) / (top - bottom)) * height;

/** Goals that are met have a tick, the others a dashed circle. */
export function Goals({
  goals,
  plane,
}: {
  readonly goals: readonly Goal[];
  readonly plane: Plane;
}) {
  let ticks = "";
  let open = "";
  for (const { at, reach, met } of goals) {
    const [x, y] = [Math.round(across(plane, at[0])), Math.round(down(plane, at[1]))];
    const r = Math.round(across(plane, plane.x[0] + reach));
    // Off the points, on the side away from the middle.
    const side = at[0] < 0 ? -1 : 1;
    if (met) ticks += `M${x + side * (r + 22) - 14} ${y}l10 11l18 -24`;
    else open += `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  return (
    <g className="lp-goals">
      <path className="lp-goal" d={open} />
      <path className="lp-tick-halo" d={ticks} />
      <path className="lp-tick" d={ticks} />
    </g>
  );
}

/** Length of the longest arrow and of its head, in thousandths of the plot's width. */
const LONGEST = 110;
const HEAD = 16;
/** Shorter ones have no direction to see. */
const SHORTEST = 6;

/** The lengths of one run are on one scale. */
export function Arrows({
  pushes: { at, by },
  plane,
  run,
}: {
  readonly pushes: Pushes;
  readonly plane: Plane;
  readonly run: unknown;
}) {
  const longest = useMemo(() => {
    let most = 0;
    for (let i = 0; i + 1 < by.length; i += 2)
      most = Math.max(most, Math.hypot(by[i]!, by[i + 1]!));
    return most;
  }, [by]);
  const full = useKeptRange([0, longest], run)![1];
  let path = "";
  for (let i = 0; i + 1 < by.length; i += 2) {
    // NaN where nothing pushes at all.
    const length = (LONGEST * Math.hypot(by[i]!, by[i + 1]!)) / full;
    if (!(length >= SHORTEST)) continue;
    const turn = Math.atan2(-by[i + 1]!, by[i]!);
    const [x, y] = [across(plane, at[i]!), down(plane, at[i + 1]!)];
    const end = [x + length * Math.cos(turn), y + length * Math.sin(turn)] as const;
    const barb = (angle: number): string =>
      `${Math.round(end[0] - HEAD * Math.cos(turn + angle))} ${Math.round(end[1] - HEAD * Math.sin(turn + angle))}`;
    const tip = `${Math.round(end[0])} ${Math.round(end[1])}`;
    path += `M${Math.round(x)} ${Math.round(y)}L${tip}M${barb(0.5)}L${tip}L${barb(-0.5)}`;
  }
  return (
    <g className="lp-pushes">
      <path className="lp-push-halo" d={path} />
      <path className="lp-push" d={path} />
    </g>
  );
}
