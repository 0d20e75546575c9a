/** Where the tiles of a grid lie on the canvas that covers it. */

interface TilePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the screen. */
export interface TilePlaces {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly TilePlace[];
}

/** Of all planes beside the canvas, in their order. Asks the browser for a layout, which it has where it says that sizes changed. */
export function tilesUnder(canvas: HTMLCanvasElement): TilePlaces {
  const onScreen = (css: number): number => Math.round(css * devicePixelRatio);
  const sheet = canvas.getBoundingClientRect();
  const tiles = [...canvas.parentElement!.querySelectorAll(".lp-plane")].map((plane) => {
    const { left, top, right, bottom } = plane.getBoundingClientRect();
    // Ends are rounded, not lengths, so that neighbours keep their distance.
    const [x, y] = [onScreen(left - sheet.left), onScreen(top - sheet.top)];
    const width = onScreen(right - sheet.left) - x;
    return { x, y, width, height: onScreen(bottom - sheet.top) - y };
  });
  return { width: onScreen(sheet.width), height: onScreen(sheet.height), tiles };
}

/** Draws the pictures of a strip, which stand below one another, each on its tile and with sharp cells. */
export function drawTiles(
  canvas: HTMLCanvasElement,
  { width, height, tiles }: TilePlaces,
  strip: HTMLCanvasElement,
): void {
  // Set, be it to the same size, a canvas is empty.
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d")!;
  context.imageSmoothingEnabled = false;
  const rows = strip.height / tiles.length;
  for (const [i, to] of tiles.entries())
    context.drawImage(strip, 0, i * rows, strip.width, rows, to.x, to.y, to.width, to.height);
}
