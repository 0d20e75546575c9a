/** Changing one picture among others. */
import type { Numbers } from "./stage-box.ts";
import type { Picture } from "./pixel-scale.ts";

/** New values `[n, rows, columns]` with another picture at one place. */
export function withPicture({ shape, data }: Numbers, index: number, picture: Picture): Numbers {
  const copy = data.slice();
  copy.set(picture.data, index * picture.data.length);
  return { shape, data: copy };
}

export const samePicture = (a: Picture, b: Picture): boolean =>
  a.data.length === b.data.length && a.data.every((ink, i) => ink === b.data[i]);
