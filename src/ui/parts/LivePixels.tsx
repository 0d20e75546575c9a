import { useLayoutEffect, useRef } from "react";
import { painted } from "./paint-pixels.ts";
import { pictureAt, sideOf, strengthOn } from "./pixel-scale.ts";
import type { DrawnPixelsProps } from "./PixelsStill.tsx";
import { useStage } from "./stage-scale.ts";
import { paletteAt, usePalette } from "./use-page.ts";

/** The picture on a canvas, which is quick enough to follow a hand. Only on a page with scripts, so it may have a style. */
export function LivePixels({ values, index, scale, range, label, at }: DrawnPixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useStage();
  const [[left, right], [bottom, top]] = at;
  const [low, high] = range;
  const palette = usePalette();
  const { columns, rows } = pictureAt(values, index);
  const side = sideOf({ columns, rows }, scale);
  const [width, height] = [columns * side, rows * side];
  useLayoutEffect(() => {
    const element = canvas.current!;
    const context = element.getContext("2d", { willReadFrequently: true })!;
    const theme = element.closest("[data-theme]:not(:root)");
    const tints = (theme ? paletteAt(theme) : palette)[scale === "ink" ? "ink" : "heat"];
    const bytes = painted(pictureAt(values, index), side, strengthOn(scale, [low, high]), tints);
    context.putImageData(new ImageData(bytes, width, height), 0, 0);
  }, [values, index, scale, low, high, side, width, height, palette]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className="lp-pixels"
      style={{
        left: stage.x(left),
        top: stage.y(top),
        width: stage.width(Math.abs(right - left)),
        height: stage.height(Math.abs(bottom - top)),
      }}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
