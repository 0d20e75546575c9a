import { useEffect, type RefObject } from "react";

/**
 * While a hand is on one of a narrow figure's controls, its pictures and bar come into view beside it, over whatever else is there.
 * What does that comes with the first hand.
 */
export function useAtHand(figure: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = figure.current!;
    const ends = new AbortController();
    const { signal } = ends;
    const begin = (taken: Event): void =>
      void import("./follow-hand.ts").then(
        ({ followHand }) => {
          if (signal.aborted) return;
          ends.abort();
          end = followHand(element, taken);
        },
        // The next hand asks again.
        () => undefined,
      );
    let end = (): void => ends.abort();
    for (const type of ["pointerdown", "keydown"])
      element.addEventListener(type, begin, { signal });
    return () => end();
  }, [figure]);
}
