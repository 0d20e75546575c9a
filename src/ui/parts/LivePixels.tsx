import { useLayoutEffect, useRef } from "react";
import { painted, type Colour } from "./paint-pixels.ts";
import { isPierced, pictureAt, strengthOn } from "./pixel-scale.ts";
import type { DrawnPixelsProps } from "./PixelsStill.tsx";
import { useStage } from "./stage-scale.ts";
import { useColourChanges } from "./use-page.ts";

/** The picture on a canvas, which is quick enough to follow a hand. Only on a page with scripts, so it may have a style. */
export function LivePixels({ values, index, scale, range, label, at }: DrawnPixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { x, y, width, height } = useStage();
  const [[left, right], [bottom, top]] = at;
  const [low, high] = range;
  const colours = useColourChanges();
  useLayoutEffect(() => {
    const element = canvas.current!;
    const context = element.getContext("2d", { willReadFrequently: true })!;
    const { color, caretColor } = getComputedStyle(element);
    const picture = pictureAt(values, index);
    const drawn = painted(picture, strengthOn(scale, [low, high]), {
      colour: readColour(color),
      negative: readColour(caretColor),
      pierced: isPierced(picture, scale),
    });
    if (element.width !== drawn.width) element.width = drawn.width;
    if (element.height !== drawn.height) element.height = drawn.height;
    context.putImageData(new ImageData(drawn.bytes, drawn.width, drawn.height), 0, 0);
  }, [values, index, scale, low, high, colours]);
  return (
    <canvas
      ref={canvas}
      className={`lp-pixels lp-pixels-${scale}`}
      style={{
        left: x(left),
        top: y(top),
        width: width(Math.abs(right - left)),
        height: height(Math.abs(bottom - top)),
      }}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}

const known = new Map<string, Colour>();
let probe: OffscreenCanvasRenderingContext2D | null = null;

/** A colour as style sheets write it, in whatever notation. */
function readColour(text: string): Colour {
  let colour = known.get(text);
  if (colour) return colour;
  probe ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  probe.fillStyle = text;
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  colour = [red!, green!, blue!];
  known.set(text, colour);
  return colour;
}
