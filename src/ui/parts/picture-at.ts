/** Pictures among others: [n, height, width]. */
import type { Numbers } from "./box.ts";
import type { Picture } from "./brush.ts";

export function pictureAt({ shape, data }: Numbers, index: number): Picture {
  const [, height = 0, width = 0] = shape;
  const size = width * height;
  return { width, height, data: data.subarray(index * size, (index + 1) * size) };
}

/** New values with another picture at one place. */
export function withPicture({ shape, data }: Numbers, index: number, picture: Picture): Numbers {
  const copy = data.slice();
  copy.set(picture.data, index * picture.data.length);
  return { shape, data: copy };
}

export const samePicture = (a: Picture, b: Picture): boolean =>
  a.data.length === b.data.length && a.data.every((ink, i) => ink === b.data[i]);
