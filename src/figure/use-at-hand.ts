import { useLayoutEffect, type RefObject } from "react";
import { LEAVES, TAKES } from "./hands.ts";

/**
 * While a hand is on one of a narrow figure's controls, its pictures and bar come into view beside it, over whatever else is there.
 * What does that comes with the first hand, and is told what hands did meanwhile.
 */
export function useAtHand(figure: RefObject<HTMLElement | null>): void {
  // With the commit that lets the controls be pressed: the first press counts.
  useLayoutEffect(() => {
    const element = figure.current!;
    const ends = new AbortController();
    const { signal } = ends;
    const before: Event[] = [];
    let coming = false;
    let end = (): void => ends.abort();
    const leave = (event: Event): void => void (coming && before.push(event));
    const take = (event: Event): void => {
      before.push(event);
      if (coming) return;
      coming = true;
      import("./follow-hand.ts").then(
        ({ followHand }) => {
          if (signal.aborted) return;
          ends.abort();
          end = followHand(element, before);
        },
        () => {
          // The next hand asks again.
          coming = false;
          before.length = 0;
        },
      );
    };
    for (const type of TAKES) element.addEventListener(type, take, { signal });
    for (const type of LEAVES) addEventListener(type, leave, { signal });
    return () => end();
  }, [figure]);
}
