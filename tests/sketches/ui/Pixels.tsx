import { useLayoutEffect, useRef } from "react";
import { pictureOf, type Numbers } from "./arrays.ts";

export interface PixelsProps {
  readonly values: Numbers;
  /** Which of several pictures. */
  readonly index?: number;
  readonly label: string;
  /** The value that is darkest; the greatest one if not given. */
  readonly most?: number;
  /** Width on the page, px. */
  readonly size: number;
}

/** An array as grey squares, 0 white. */
export function Pixels({ values, index, label, most, size }: PixelsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, data } = pictureOf(values, index);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(width, height);
    const darkest = most ?? Math.max(1e-9, ...data);
    for (const [i, value] of data.entries()) {
      const grey = 255 * (1 - Math.min(1, Math.max(0, value / darkest)));
      image.data.set([grey, grey, grey, 255], 4 * i);
    }
    context.putImageData(image, 0, 0);
  }, [width, height, data, most]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      aria-label={label}
      style={{ width: size, height: (size * height) / width, imageRendering: "pixelated" }}
    />
  );
}
