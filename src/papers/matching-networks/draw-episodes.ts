/** What an episode consists of, arXiv:1606.04080v1, section 2.2: L from T, then S and B from L. */
import { choose } from "../../math/choice.ts";
import { fold, type Key } from "../../math/key.ts";
import { sizeOf, type Kind } from "./matching.ts";

/**
 * Draws N of `classes` classes, and of each k + q different ones of its `examples` examples: S has the first k, B the others. Calls
 * `place` with each row's number, supports by class before queries by class. A pure function of the key.
 */
export function drawEpisode(
  key: Key,
  { N, k, q }: Kind,
  { classes, examples }: { readonly classes: number; readonly examples: number },
  place: (row: number, from: number, example: number) => void,
): void {
  const L = choose(fold(key, "L"), classes, N);
  for (let l = 0; l < N; l++) {
    const chosen = choose(fold(key, l), examples, k + q);
    for (let i = 0; i < k + q; i++)
      place(i < k ? l * k + i : N * k + l * q + i - k, L[l]!, chosen[i]!);
  }
}

/** The same for `count` episodes, one below the other. */
export function drawEpisodes(
  key: Key,
  count: number,
  kind: Kind,
  pool: Parameters<typeof drawEpisode>[2],
  place: Parameters<typeof drawEpisode>[3],
): void {
  for (let e = 0; e < count; e++) {
    const before = e * sizeOf(kind);
    drawEpisode(fold(key, e), kind, pool, (row, from, example) =>
      place(before + row, from, example),
    );
  }
}

/** `count` episodes as the rows of one table of pictures. */
export const episodes = (count: number, kind: Kind) => ({
  rows: count * sizeOf(kind),
  choose: (
    key: Key,
    pool: Parameters<typeof drawEpisode>[2],
    place: Parameters<typeof drawEpisode>[3],
  ): void => drawEpisodes(key, count, kind, pool, place),
});
