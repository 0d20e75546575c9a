import { useEffect, useState, type RefObject } from "react";
import type { Run } from "../engine/page/held-run.ts";
import { watchOnScreen } from "./use-on-screen.ts";

/** How long the reader is told why less was done than there was time for, ms. */
const TOLD_FOR = 4000;

export type Sight = "in sight" | "out of sight" | "back";

/** Whether the reader can see the figure that an element is in; "back" for a while after a run that was going had to wait. */
export function useSight(run: Run, element: RefObject<Element | null>): Sight {
  const [sight, setSight] = useState<Sight>("in sight");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waited = false;
    const look = (seen: boolean): void => {
      clearTimeout(timer);
      if (!seen) {
        waited = run.snapshot().phase === "training";
        return setSight("out of sight");
      }
      setSight(waited ? "back" : "in sight");
      waited = false;
      timer = setTimeout(() => setSight("in sight"), TOLD_FOR);
    };
    // The whole figure: its picture may be in sight where what says so is not.
    const stop = watchOnScreen(element.current!.closest(".lp-figure") ?? element.current!, look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [run, element]);
  return sight;
}
