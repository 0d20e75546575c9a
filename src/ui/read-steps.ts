/** Which of the steps that can be read the reader means. */
import { indexAt } from "./line-path.ts";

/** A page of the keyboard, as a share of all. */
const PAGE = 0.1;

/**
 * The one of `steps` nearest to a place on the axis; null where there is none.
 *
 * @param steps ascending
 */
export function stepNear(steps: ArrayLike<number>, asked: number): number | null {
  const before = Math.max(0, indexAt(steps, asked));
  const after = Math.min(steps.length - 1, before + 1);
  if (after < 0) return null;
  return steps[steps[after]! - asked < asked - steps[before]! ? after : before]!;
}

/** The step that a key leads to from another, or from the last; null for keys that lead nowhere. */
export function stepByKey(
  steps: ArrayLike<number>,
  from: number | null,
  key: string,
): number | null {
  const last = steps.length - 1;
  const here = from === null ? last : indexAt(steps, from);
  const page = Math.max(1, Math.round(steps.length * PAGE));
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: here - 1,
    ArrowRight: here + 1,
    ArrowDown: here - 1,
    ArrowUp: here + 1,
    PageDown: here - page,
    PageUp: here + page,
    Home: 0,
    End: last,
  };
  const next = moves[key];
  return next === undefined || last < 0 ? null : steps[Math.min(last, Math.max(0, next))]!;
}
