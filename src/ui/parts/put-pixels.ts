/** A picture onto a canvas that has as many pixels as it has cells, or as its cells have. */
import { painted } from "./paint-pixels.ts";
import { strengthOn, type Picture, type PixelScale } from "./pixel-scale.ts";
import type { Span } from "./stage-box.ts";
import { paletteAt, type Palette } from "./use-page.ts";

export interface Shades {
  readonly scale: PixelScale;
  readonly range: Span;
  /** The page's colours. */
  readonly palette: Palette;
}

/** `side` is how many pixels a cell is wide and high. `on` is where it will be seen: the theme around it has colours of its own. */
export function putPixels(
  canvas: HTMLCanvasElement,
  picture: Picture,
  side: number,
  { scale, range, palette }: Shades,
  on: Element = canvas,
): void {
  const theme = on.closest("[data-theme]:not(:root)");
  const { ink, heat } = theme ? paletteAt(theme) : palette;
  const tints = scale === "ink" ? ink : heat;
  const bytes = painted(picture, side, strengthOn(scale, range), tints);
  const [width, height] = [picture.columns * side, picture.rows * side];
  // A size that is set, be it the same, makes a canvas anew.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.putImageData(new ImageData(bytes, width, height), 0, 0);
}
