/** Tells scrolling that the page did (a link, a deep link held in place) from scrolling that the reader did. */

/** A smooth jump ends well within this, ms. */
const JUMP = 1200;
let quietUntil = 0;

/** Says that the page is about to scroll by itself. */
export function pageMoves(): void {
  quietUntil = performance.now() + JUMP;
}

export const movedByPage = (): boolean => performance.now() < quietUntil;
