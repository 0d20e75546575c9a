import { useEffect, useState, type RefObject } from "react";
import { watchSeen } from "../watch-seen.ts";
import { isStill } from "./is-still.ts";
import type { useTurn } from "./use-turn.ts";

/** Turns a sphere slowly while it is seen and nobody reads it. */
export function useIdleTurn(
  { turnOn, stop }: Pick<ReturnType<typeof useTurn>, "turnOn" | "stop">,
  wanted: boolean,
  element: RefObject<Element | null>,
): void {
  const [seen, setSeen] = useState(false);
  useEffect(() => watchSeen(element.current!, setSeen), [element]);
  useEffect(() => {
    if (!wanted || !seen || isStill()) return;
    turnOn();
    return stop;
  }, [wanted, seen, turnOn, stop]);
}
