/** Between the pictures and the control, px. */
const GAP = 8;
/** Below this their letters are past reading: then a part of them is seen, next to the control. */
const LEAST_SCALE = 0.5;

interface Span {
  readonly top: number;
  readonly bottom: number;
}

export interface Placed {
  readonly top: number;
  /** 1 is as large as they are. */
  readonly scale: number;
}

/**
 * Where pictures are seen whole with a control: at the window's top, or at its bottom where the control is in the way, and made
 * smaller where there is no room on either side; null where they are in view as they are. All in px from the window's top.
 */
export function placeAtHand(pictures: Span, control: Span, height: number): Placed | null {
  const high = pictures.bottom - pictures.top;
  if (pictures.top >= 0 || high <= 0) return null;
  const above = control.top - GAP;
  const below = height - control.bottom - GAP;
  const over = above >= Math.min(high, below);
  const scale = Math.min(1, Math.max(LEAST_SCALE, (over ? above : below) / high));
  const shown = scale * high;
  return {
    top: over ? Math.min(0, above - shown) : Math.max(height - shown, control.bottom + GAP),
    scale,
  };
}
