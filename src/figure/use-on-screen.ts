import { useEffect, type RefObject } from "react";
import { watchSeen } from "../ui/watch-seen.ts";
import type { Run } from "../engine/page/held-run.ts";

/** Frames are wanted a little before the figure scrolls into sight. */
const MARGIN = "200px";

/** Tells whether anybody can see a figure, when that changes; returns the end of that. */
export function watchOnScreen(figure: Element, tell: (seen: boolean) => void): () => void {
  let near = false;
  const look = (): void => tell(near && document.visibilityState === "visible");
  const stop = watchSeen(
    figure,
    (now) => {
      near = now;
      look();
    },
    { rootMargin: MARGIN },
  );
  document.addEventListener("visibilitychange", look);
  return () => {
    stop();
    document.removeEventListener("visibilitychange", look);
  };
}

/** Tells the run which outputs the figure draws and whether anybody can see it. */
export function useOnScreen(
  run: Run,
  outputs: readonly string[],
  element: RefObject<Element | null>,
): void {
  const wanted = outputs.join();
  useEffect(() => {
    run.watch(wanted === "" ? [] : wanted.split(","));
    return () => run.watch([]);
  }, [run, wanted]);

  useEffect(() => {
    const stop = watchOnScreen(element.current!, (seen) => run.visible(seen));
    return () => {
      stop();
      run.visible(false);
    };
  }, [run, element]);
}
