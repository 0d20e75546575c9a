import { useEffect, type RefObject } from "react";

/** Pictures come to the hand that moves a control: by code that is fetched when a hand is first there. */
export function useAtHand(figure: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = figure.current!;
    const ends = new AbortController();
    const { signal } = ends;
    let first: Event | null = null;
    const begin = (event: Event): void => {
      if (first) return;
      first = event;
      let held = true;
      const letGo = (): void => {
        held = false;
      };
      for (const type of ["pointerup", "pointercancel", "keyup"])
        addEventListener(type, letGo, { signal, once: true });
      // Without it the pictures stay where they are; the next press asks again.
      import("./follow-hand.ts").then(
        ({ followHand }) => {
          if (!signal.aborted) followHand(element, signal, held ? event : null);
        },
        () => {
          first = null;
        },
      );
    };
    for (const type of ["pointerdown", "keydown"])
      element.addEventListener(type, begin, { signal });
    return () => ends.abort();
  }, [figure]);
}
