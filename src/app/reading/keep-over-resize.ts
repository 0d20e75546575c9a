/**
 * Keeps what the reader looks at in view when the window gets another width, and every line of the text another length: browsers
 * keep the number of pixels from the top, at which by then something else stands.
 */
import { hold, isHeld } from "./keep-anchor.ts";

/** After the last scroll, ms. */
const RESTS_AFTER = 150;

interface Sight {
  readonly element: Element;
  /** Of its height, from its top to the middle of the window. */
  readonly share: number;
}

/** The figure in view that has the focus, else the block of text in the middle of the window. */
function inSight(): Sight | null {
  const middle = innerHeight / 2;
  const within = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  };
  const figure = document.activeElement?.closest("figure");
  const blocks = [...document.querySelectorAll(".note-body > *")].filter(within);
  const across = blocks.findLast((block) => block.getBoundingClientRect().top <= middle);
  const element = figure && within(figure) ? figure : across;
  if (!element) return null;
  const { top, height } = element.getBoundingClientRect();
  return { element, share: Math.max(0, Math.min(1, (middle - top) / height)) };
}

/** From the first scroll on: at its top a page needs no keeping. */
export function keepOverResize(): void {
  let width = innerWidth;
  let seen = inSight();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // While a place is held it is that.
      if (!isHeld() && innerWidth === width) seen = scrollY > 0 ? inSight() : null;
    }, RESTS_AFTER);
  };
  for (const name of ["scroll", "focusin"]) addEventListener(name, look, { passive: true });
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    if (isHeld() || !seen?.element.isConnected) return;
    const { element, share } = seen;
    hold(() => {
      const { top, height } = element.getBoundingClientRect();
      scrollBy({ top: top + share * height - innerHeight / 2, behavior: "instant" });
    });
  });
}
