/** Where the tiles of a grid lie on the canvas that covers it. */

type TilePlace = readonly [x: number, y: number, width: number, height: number];

/** In pixels of the screen. */
export interface TilePlaces {
  readonly size: TilePlace;
  readonly tiles: readonly TilePlace[];
}

/** Of all planes beside the canvas, in their order. Asks the browser for a layout, which it has where it says that sizes changed. */
export function tilesUnder(canvas: HTMLCanvasElement): TilePlaces {
  const sheet = canvas.getBoundingClientRect();
  const onScreen = (css: number): number => Math.round(css * devicePixelRatio);
  const place = (element: Element): TilePlace => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    // Ends are rounded, not lengths, so that neighbours keep their distance.
    const [x, y] = [onScreen(left - sheet.left), onScreen(top - sheet.top)];
    return [x, y, onScreen(right - sheet.left) - x, onScreen(bottom - sheet.top) - y];
  };
  const planes = canvas.parentElement!.querySelectorAll(".lp-plane");
  return { size: place(canvas), tiles: Array.from(planes, place) };
}

/** Draws the pictures of a strip, which stand below one another, each on its tile: with sharp cells, or their mean where it has fewer pixels. */
export function drawTiles(
  canvas: HTMLCanvasElement,
  { size: [, , width, height], tiles }: TilePlaces,
  strip: HTMLCanvasElement,
): void {
  // Set, be it to the same size, a canvas is empty.
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d")!;
  context.imageSmoothingEnabled = strip.width > tiles[0]![2];
  context.imageSmoothingQuality = "high";
  const rows = strip.height / tiles.length;
  for (const [i, tile] of tiles.entries())
    context.drawImage(strip, 0, i * rows, strip.width, rows, ...tile);
}
