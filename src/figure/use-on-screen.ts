import { useEffect, type RefObject } from "react";
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
    const observer = new IntersectionObserver(
      (entries) => {
        // Several crossings may arrive together: the last is how things are.
        near = entries.at(-1)?.isIntersecting ?? near;
        tell();
      },
      { rootMargin: MARGIN },
    );
    if (element.current) observer.observe(element.current);
    document.addEventListener("visibilitychange", tell);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", tell);
      run.visible(false);
    };
  }, [run, element]);
}
