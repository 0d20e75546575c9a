/** A stroke while it is drawn: smooth between the places that the pointer reports. */
import { between, drawCurve, drawLine, type Brush, type Tip } from "./brush.ts";
import type { Picture } from "./pixel-scale.ts";

export interface Stroke {
  /** Inked up to the middle between the last two tips; the curve beyond it depends on the next tip. */
  readonly inked: Picture;
  readonly brush: Brush;
  middle: Tip;
  last: Tip;
}

export function startStroke(picture: Picture, tip: Tip, brush: Brush): Stroke {
  const inked = { ...picture, data: picture.data.slice() };
  drawLine(inked, tip, tip, brush);
  return { inked, brush, middle: tip, last: tip };
}

export function extendStroke(stroke: Stroke, tip: Tip): void {
  const middle = between(stroke.last, tip);
  drawCurve(stroke.inked, stroke.middle, stroke.last, middle, stroke.brush);
  stroke.middle = middle;
  stroke.last = tip;
}

/** With a straight end up to where the pointer is. */
export function shownStroke({ inked, brush, middle, last }: Stroke): Picture {
  const picture = { ...inked, data: inked.data.slice() };
  drawLine(picture, middle, last, brush);
  return picture;
}
