import { useLayoutEffect, useRef, useState } from "react";
import { sideOf, type PixelScale } from "./pixel-scale.ts";
import { putPixels } from "./put-pixels.ts";
import type { Numbers, Span } from "./stage-box.ts";
import { drawTiles, tilesUnder, type TilePlaces } from "./tile-places.ts";
import { usePalette } from "./use-page.ts";
import "./part-sheets.css";

export interface TileSheetProps {
  /** Pictures, `[n, rows, columns]`. */
  readonly values: Numbers;
  /** Tiles beside one another. */
  readonly across: number;
  readonly scale: PixelScale;
  readonly range: Span;
}

/** The pictures of a grid, all on one canvas that covers it: with one each, a browser composes up to a hundred layers. */
export function TileSheet({ values, across, scale, range: [low, high] }: TileSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const places = useRef<TilePlaces>(null);
  const [strip] = useState(() => document.createElement("canvas"));
  const palette = usePalette();
  const [n, rows, columns] = values.shape as [number, number, number];
  useLayoutEffect(() => {
    const below = { columns, rows: n * rows, data: values.data };
    const shades = { scale, range: [low, high], palette } as const;
    putPixels(strip, below, sideOf({ rows, columns }, scale), shades, canvas.current!);
    const under = places.current;
    // Where there are more or fewer than before, their places are not known yet.
    if (under?.tiles.length === n) drawTiles(canvas.current!, under, strip);
  }, [values, n, rows, columns, scale, low, high, palette, strip]);
  useLayoutEffect(() => {
    const element = canvas.current!;
    // Told after the layout and before it is painted: no frame shows tiles without their pictures.
    const observer = new ResizeObserver(() => {
      const under = tilesUnder(element);
      places.current = under;
      drawTiles(element, under, strip);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [n, across, strip]);
  return <canvas ref={canvas} className="lp-tile-sheet" aria-hidden="true" />;
}
