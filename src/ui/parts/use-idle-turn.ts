import { useEffect, useState, type RefObject } from "react";
import { watchSeen } from "../watch-seen.ts";
import type { Facing } from "./sphere-view.ts";

/** Radians in a ms: a round in a minute and a half. */
const SPEED = (2 * Math.PI) / 90_000;

/** Turns a sphere slowly while it is seen and nobody reads it. */
export function useIdleTurn(
  setView: (next: (view: Facing) => Facing) => void,
  wanted: boolean,
  element: RefObject<Element | null>,
): void {
  const [seen, setSeen] = useState(false);
  useEffect(() => watchSeen(element.current!, setSeen), [element]);
  useEffect(() => {
    if (!wanted || !seen) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function turn(time) {
      const way = SPEED * Math.max(0, time - before);
      before = time;
      setView((view) => ({ ...view, east: view.east + way }));
      frame = requestAnimationFrame(turn);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, seen, setView]);
}
