import { useEffect, type RefObject } from "react";
import { watchSeen } from "../ui/watch-seen.ts";
import type { Run } from "../engine/page/held-run.ts";

/** Frames are wanted a little before the figure scrolls into sight. */
const MARGIN = "200px";

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
    let near = false;
    const tell = (): void => run.visible(near && document.visibilityState === "visible");
    const stop = watchSeen(
      element.current!,
      (now) => {
        near = now;
        tell();
      },
      { rootMargin: MARGIN },
    );
    document.addEventListener("visibilitychange", tell);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", tell);
      run.visible(false);
    };
  }, [run, element]);
}
