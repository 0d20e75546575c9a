import { useLayoutEffect, useRef } from "react";
import { painted, type Colour } from "./paint-pixels.ts";
import { pictureAt, sideOf, strengthOn, type PixelScale } from "./pixel-scale.ts";
import type { DrawnPixelsProps } from "./PixelsStill.tsx";
import { useStage } from "./stage-scale.ts";
import { useColourChanges } from "./use-page.ts";

/** The picture on a canvas, which is quick enough to follow a hand. Only on a page with scripts, so it may have a style. */
export function LivePixels({ values, index, scale, range, label, at }: DrawnPixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useStage();
  const [[left, right], [bottom, top]] = at;
  const [low, high] = range;
  const colours = useColourChanges();
  const { columns, rows } = pictureAt(values, index);
  const side = sideOf({ columns, rows }, scale);
  const [width, height] = [columns * side, rows * side];
  useLayoutEffect(() => {
    const element = canvas.current!;
    const context = element.getContext("2d", { willReadFrequently: true })!;
    const bytes = painted(
      pictureAt(values, index),
      side,
      strengthOn(scale, [low, high]),
      coloursAt(element, scale),
    );
    context.putImageData(new ImageData(bytes, width, height), 0, 0);
  }, [values, index, scale, low, high, side, width, height, colours]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={`lp-pixels lp-pixels-${scale}`}
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

/**
 * Of full strength, on either side of zero. Read where the theme is set: of the canvas itself the browser knows nothing before it has
 * laid out what is around, which in a page that has just come is long.
 */
function coloursAt(element: Element, scale: PixelScale) {
  const style = getComputedStyle(element.closest("[data-theme]") ?? document.documentElement);
  // The tokens are registered as colours, so it is "rgb(28, 29, 31)" in whatever notation they are written.
  const colourOf = (token: string): Colour =>
    style.getPropertyValue(token).match(/\d+/g)!.map(Number) as unknown as Colour;
  if (scale === "ink") return { colour: colourOf("--ink"), negative: colourOf("--ink") };
  return { colour: colourOf("--heat-high"), negative: colourOf("--heat-low") };
}
