/** A grey picture as outlines: what a page can show without scripts, sharp at any zoom and in the colour of the text. */
import type { Picture } from "./brush.ts";

export interface InkPath {
  /** 0 to 1. */
  readonly ink: number;
  /** Path data in pixels of the picture. */
  readonly d: string;
}

/** Pixels of one level are one path, made of their runs along the rows; paper is none. */
export function inkPaths({ width, height, data }: Picture, levels: number): InkPath[] {
  const paths = Array.from({ length: levels }, () => "");
  const levelAt = (i: number): number =>
    Math.round(Math.min(1, Math.max(0, data[i]!)) * (levels - 1)) || 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width;) {
      const level = levelAt(row * width + column);
      const start = column;
      while (column < width && levelAt(row * width + column) === level) column++;
      if (level > 0) paths[level] += `M${start} ${row}h${column - start}v1h${start - column}z`;
    }
  }
  return paths
    .map((d, level) => ({ ink: Math.round((1000 * level) / (levels - 1)) / 1000, d }))
    .filter(({ d }) => d !== "");
}
