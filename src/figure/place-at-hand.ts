/** Between the pictures and the control, px. */
const GAP = 8;

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The top that pictures get to be seen with a control: at that of the window, or at its bottom where the control is in the way;
 * null where they are in view as they are, or would be no better there. All in px from the window's top.
 */
export function placeAtHand(pictures: Span, control: Span, height: number): number | null {
  const high = pictures.bottom - pictures.top;
  if (pictures.top >= 0 || high <= 0) return null;
  const above = control.top - GAP;
  const below = height - control.bottom - GAP;
  if (high <= above) return 0;
  if (high <= below) return height - high;
  // No room for all: as much as there is, next to the control.
  const top = above >= below ? above - high : control.bottom + GAP;
  const seen = Math.max(0, Math.min(pictures.bottom, control.top));
  return Math.max(above, below) > seen ? top : null;
}
