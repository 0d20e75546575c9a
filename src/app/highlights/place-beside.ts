/** Puts a box of the page near a passage: above or below it, inside the window. */

/** Distance kept from the passage and from the edges of the window, px. */
const GAP = 8;
/** Boxes of one line begin and end within this, px. */
const LINE = 12;

/** The part of a passage that is in the window; of a passage out of sight, all. */
function seen(range: Range): DOMRect[] {
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 4);
  const inside = rects.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
  return inside.length > 0 ? inside : rects;
}

/** @param column the left edge of the text, which the box keeps within where there is room, px of the window */
export function placeBeside(
  box: HTMLElement,
  range: Range,
  side: "above" | "below",
  column: number,
): void {
  const rects = seen(range);
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  if (rects.length === 0) return;
  const line = rects.filter((rect) =>
    side === "above" ? rect.top < top + LINE : rect.bottom > bottom - LINE,
  );
  const left = Math.min(...line.map((rect) => rect.left));
  const right = Math.max(...line.map((rect) => rect.right));
  const { offsetWidth: width, offsetHeight: height } = box;
  const above = top - GAP - height;
  const below = bottom + GAP;
  const fits = side === "above" ? above >= GAP : below + height <= innerHeight - GAP;
  const wanted = (side === "above") === fits ? above : below;
  // A card of a passage near the end of the window goes below all the same: the page can be scrolled to it.
  const y = side === "above" ? Math.min(Math.max(wanted, GAP), innerHeight - height - GAP) : below;
  const room = document.documentElement.clientWidth - width - GAP;
  const x = Math.max(GAP, Math.min(Math.max((left + right - width) / 2, column), room));
  box.style.left = `${scrollX + x}px`;
  box.style.top = `${scrollY + y}px`;
}
