import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { indexAt } from "./line-path.ts";

/** Steps of the arrow keys as shares of the axis; one point at least. */
const PAGE = 0.1;

export interface Reading {
  /** The step being read, or null while the chart follows the latest. */
  readonly step: number | null;
  readonly handlers: {
    onPointerMove(event: PointerEvent): void;
    onPointerDown(event: PointerEvent): void;
    onPointerLeave(event: PointerEvent): void;
    onKeyDown(event: KeyboardEvent): void;
    onBlur(): void;
  };
}

/**
 * Reading a chart at one of its steps: by pointer, by touch (stays where the finger left), by keys.
 *
 * @param steps ascending: the steps that can be read
 * @param end the step at the right edge
 */
export function useReading(steps: ArrayLike<number>, end: number): Reading {
  const [step, setStep] = useState<number | null>(null);
  const last = steps.length - 1;

  const point = (event: PointerEvent): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const asked = ((event.clientX - left) / width) * end;
    const before = Math.max(0, indexAt(steps, asked));
    const after = Math.min(last, before + 1);
    const nearest = steps[after]! - asked < asked - steps[before]! ? after : before;
    if (last >= 0) setStep(steps[nearest]!);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (last < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const here = step === null ? last : indexAt(steps, step);
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
    if (event.key === "Escape") setStep(null);
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStep(steps[Math.min(last, Math.max(0, next))]!);
  };

  return {
    step: step !== null && step <= (steps[last] ?? -1) ? step : null,
    handlers: {
      onPointerMove: (event) => {
        if (event.pointerType === "mouse" || event.buttons > 0) point(event);
      },
      onPointerDown: point,
      onPointerLeave: (event) => {
        if (event.pointerType === "mouse") setStep(null);
      },
      onKeyDown,
      onBlur: () => setStep(null),
    },
  };
}
