import { useLayoutEffect, useRef } from "react";
import type { Numbers } from "./stage-box.ts";

export interface ColourPictureProps {
  /** `[n, 3, rows, columns]` or `[n, rows, columns, 3]`: red, green and blue, 0 to 1. */
  readonly values: Numbers;
  readonly index: number;
}

export const isColour = ({ shape }: Numbers): boolean => shape.length === 4;

/** A photograph, on a canvas: only for what comes with scripts, such as the picture of a point under the pointer. */
export function ColourPicture({ values: { shape, data }, index }: ColourPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = shape[1] === 3;
  const [rows, columns] = (first ? shape.slice(2) : shape.slice(1, 3)) as [number, number];
  const size = rows * columns;
  useLayoutEffect(() => {
    const bytes = new Uint8ClampedArray(4 * size).fill(255);
    for (let k = 0; k < size; k++)
      for (let channel = 0; channel < 3; channel++)
        bytes[4 * k + channel] =
          255 * data[3 * index * size + (first ? channel * size + k : 3 * k + channel)]!;
    canvas.current!.getContext("2d")!.putImageData(new ImageData(bytes, columns, rows), 0, 0);
  }, [data, index, first, size, columns, rows]);
  return (
    <canvas ref={canvas} className="lp-photo" width={columns} height={rows} aria-hidden="true" />
  );
}
