/** A set of points by keys: one point is the current one; picked up, arrow keys move it. */
import { atShare, type Box, type Numbers, type Place } from "./stage-box.ts";
import { afterKey } from "./grip-steps.ts";
import { added, countOf, moved, pointAt, removed } from "./point-sets.ts";

export interface PadState {
  readonly current: number;
  /** The set as it was when the current point was picked up; null while none is. */
  readonly before: Numbers | null;
}

export interface PadRules {
  readonly box: Box;
  readonly least: number;
  readonly most: number;
  readonly step?: number | undefined;
}

export interface PadTurn {
  readonly state: PadState;
  readonly points: Numbers;
  /** What the user of the pad is told: nothing, that it moves, that it has settled. */
  readonly says: "nothing" | "input" | "commit";
}

const middleOf = ([x, y]: Box): Place => [atShare(x, 0.5), atShare(y, 0.5)];

/** What a key does, or null for keys that are not the pad's. */
export function padAfterKey(
  event: { readonly key: string; readonly shiftKey: boolean },
  { current, before }: PadState,
  points: Numbers,
  { box, least, most, step }: PadRules,
): PadTurn | null {
  const n = countOf(points);
  const { key } = event;
  const free = (i: number): PadState => ({ current: Math.max(0, i), before: null });
  const stay = { state: { current, before }, points, says: "nothing" } as const;

  if (before) {
    if (key === "Enter" || key === " ") return { state: free(current), points, says: "commit" };
    if (key === "Escape") {
      const last = countOf(before) - 1;
      return { state: free(Math.min(current, last)), points: before, says: "input" };
    }
    const at = pointAt(points, current);
    const next = afterKey(event, at, { way: "both", box, ...(step !== undefined && { step }) });
    if (next) return { ...stay, points: moved(points, current, next), says: "input" };
  }
  switch (key) {
    case "Delete":
    case "Backspace": {
      if (n <= least || n === 0) return stay;
      return {
        state: free(Math.min(current, n - 2)),
        points: removed(points, current),
        says: "commit",
      };
    }
    case "Insert":
    case "n":
      if (before || n >= most) return stay;
      return {
        state: { current: n, before: points },
        points: added(points, middleOf(box)),
        says: "input",
      };
    case "Enter":
    case " ":
      return n > 0 ? { ...stay, state: { current, before: points } } : stay;
    default: {
      const to = walked(key, current, n);
      return to === null ? null : { ...stay, state: free(to) };
    }
  }
}

/** Points stand in the order in which they were put down. */
function walked(key: string, i: number, n: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: i + 1,
    ArrowDown: i + 1,
    ArrowLeft: i - 1,
    ArrowUp: i - 1,
    Home: 0,
    End: n - 1,
  };
  const to = moves[key];
  return to === undefined ? null : Math.min(n - 1, Math.max(0, to));
}
