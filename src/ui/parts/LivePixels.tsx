import { useLayoutEffect, useRef } from "react";
import { pictureAt, sideOf } from "./pixel-scale.ts";
import type { DrawnPixelsProps } from "./PixelsStill.tsx";
import { putPixels } from "./put-pixels.ts";
import { useStage } from "./stage-scale.ts";
import { usePalette } from "./use-page.ts";

/** The picture on a canvas, which is quick enough to follow a hand. Only on a page with scripts, so it may have a style. */
export function LivePixels({ values, index, scale, range, label, at }: DrawnPixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useStage();
  const [[left, right], [bottom, top]] = at;
  const [low, high] = range;
  const palette = usePalette();
  useLayoutEffect(() => {
    const picture = pictureAt(values, index);
    putPixels(canvas.current!, picture, sideOf(picture, scale), {
      scale,
      range: [low, high],
      palette,
    });
  }, [values, index, scale, low, high, palette]);
  return (
    <canvas
      ref={canvas}
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
