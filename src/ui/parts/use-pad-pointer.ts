import { useRef, type PointerEvent } from "react";
import type { Numbers, Place } from "./stage-box.ts";
import { settled } from "./grip-steps.ts";
import type { PadRules } from "./pad-keys.ts";
import { added, countOf, moved, nearest, pointAt, removed } from "./point-sets.ts";
import { useStage } from "./stage-scale.ts";
import { useDrag } from "./use-drag.ts";

/** How far from a point a press still takes it, px. */
const REACH = { touch: 22, fine: 12 };
/** Two presses within this time are a double one, ms. */
const DOUBLE = 350;

interface PadHand {
  readonly points: Numbers;
  readonly rules: PadRules;
  /** Point `i` is now the current one. */
  onTake(i: number): void;
  onInput(points: Numbers): void;
  onCommit(points: Numbers): void;
}

/** A press takes the point under it or puts down a new one; a double press on a point takes it away. */
export function usePadPointer({ points, rules, onTake, onInput, onCommit }: PadHand) {
  const { toPx, fromPx } = useStage();
  const { box, least, most, step } = rules;
  const held = useRef({ i: 0, before: points, now: points, offset: [0, 0] as Place, again: false });
  const last = useRef({ time: -Infinity, i: -1, isNew: false });

  const take = (i: number, now: Numbers, offset: Place, again: boolean): void => {
    held.current = { i, before: points, now, offset, again };
    onTake(i);
  };
  return useDrag({
    onStart({ clientX, clientY, pointerType, timeStamp }: PointerEvent) {
      const under = fromPx(clientX, clientY);
      const n = countOf(points);
      const places = Array.from({ length: n }, (_, i) => toPx(pointAt(points, i)));
      const reach = pointerType === "mouse" ? REACH.fine : REACH.touch;
      const i = nearest(places, toPx(under), reach);
      const { time, i: previous, isNew } = last.current;
      last.current = { time: timeStamp, i: i ?? n, isNew: i === null };
      if (i === null) {
        if (n >= most) return false;
        const next = added(points, settled(under, under, "both", box, step));
        take(n, next, [0, 0], false);
        onInput(next);
        return true;
      }
      const at = pointAt(points, i);
      const again = i === previous && timeStamp - time < DOUBLE && !isNew && n > least;
      take(i, points, [at[0] - under[0], at[1] - under[1]], again);
      return true;
    },
    onMove({ clientX, clientY }: PointerEvent) {
      const { i, now, offset } = held.current;
      const [x, y] = fromPx(clientX, clientY);
      const at = settled([x + offset[0], y + offset[1]], [0, 0], "both", box, step);
      const [oldX, oldY] = pointAt(now, i);
      if (Math.fround(at[0]) === oldX && Math.fround(at[1]) === oldY) return;
      last.current.time = -Infinity;
      held.current.now = moved(now, i, at);
      onInput(held.current.now);
    },
    onEnd() {
      const { i, now, before, again } = held.current;
      if (now !== before) onCommit(now);
      else if (again) {
        last.current.time = -Infinity;
        onTake(Math.max(0, Math.min(i, countOf(now) - 2)));
        onCommit(removed(now, i));
      }
    },
    onCancel() {
      const { now, before } = held.current;
      last.current.time = -Infinity;
      if (now !== before) onInput(before);
    },
  });
}
