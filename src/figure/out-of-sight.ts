import { useEffect, useState, type RefObject } from "react";
import { watchSeen } from "../ui/watch-seen.ts";
import type { Run } from "../engine/page/held-run.ts";

/** How long the reader is told why less was done than there was time for, ms. */
const TOLD_FOR = 4000;

export type Sight = "in sight" | "out of sight" | "back";

/** Whether the reader can see the figure; "back" for a while after a run that was going had to wait. */
export function useSight(run: Run, element: RefObject<Element | null>): Sight {
  const [sight, setSight] = useState<Sight>("in sight");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let near = true;
    let waited = false;
    const look = (): void => {
      const seen = near && document.visibilityState === "visible";
      clearTimeout(timer);
      if (!seen) {
        waited = run.snapshot().phase === "training";
        return setSight("out of sight");
      }
      setSight(waited ? "back" : "in sight");
      waited = false;
      timer = setTimeout(() => setSight("in sight"), TOLD_FOR);
    };
    const stop = watchSeen(element.current!, (now) => {
      near = now;
      look();
    });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener("visibilitychange", look);
    };
  }, [run, element]);
  return sight;
}
