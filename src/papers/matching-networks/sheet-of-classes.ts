/** A sheet on which classes of T stand, those of one label set L among them. Ours, for a picture. */
import type { Key } from "../../math/key.ts";
import { drawEpisode, type episodes } from "./draw-episodes.ts";
import type { Kind } from "./matching.ts";

/** L of the episode that `drawEpisode` makes of this key: N numbers of classes, in the order of their labels. */
export function labelSet(key: Key, kind: Kind, pool: Parameters<typeof drawEpisode>[2]): number[] {
  const L: number[] = [];
  drawEpisode(key, kind, pool, (row, from) => {
    if (row < kind.N * kind.k && row % kind.k === 0) L[row / kind.k] = from;
  });
  return L;
}

/**
 * A class for each of `cells` places, spread evenly over all of T, but for those of L: each of them stands where its own number would,
 * or in the next place that no other of L has. `places` are those of L.
 */
export function sheetOf(
  L: readonly number[],
  classes: number,
  cells: number,
): { readonly classes: readonly number[]; readonly places: readonly number[] } {
  const sheet = Array.from({ length: cells }, (_, i) => Math.floor((i * classes) / cells));
  const places: number[] = [];
  for (const own of L) {
    let place = Math.floor((own * cells) / classes);
    while (places.includes(place)) place = (place + 1) % cells;
    places.push(place);
    sheet[place] = own;
  }
  return { classes: sheet, places };
}

/** The first drawing of each of these classes. */
export const firstDrawings = (classes: readonly number[]) => ({
  rows: classes.length,
  choose: (...[, , place]: Parameters<ReturnType<typeof episodes>["choose"]>): void =>
    classes.forEach((from, row) => place(row, from, 0)),
});
