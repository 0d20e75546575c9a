/** Glyphs by more hands than an episode of training ever has. */
import type { SplitCharacters } from "./characters.ts";
import { splitCharacters } from "./characters.ts";
import type { Glyphs } from "./glyphs.ts";
import { covered, inkBits } from "./ink.ts";

/** Simulated drawers of each character, of whom the first 20 are those of all other figures. */
export const HANDS = 240;

/** Drawings by each of them, made when they are asked for, and then kept. */
export function byManyHands(glyphs: Glyphs): SplitCharacters {
  const kept = new Map<number, Uint8Array>();
  return splitCharacters({
    alphabets: glyphs.alphabets,
    drawing(character, drawer) {
      const place = character * HANDS + drawer;
      let bits = kept.get(place);
      if (!bits) {
        const { lines, pen } = glyphs.drawn(character, drawer);
        bits = inkBits(covered(lines, pen));
        kept.set(place, bits);
      }
      return bits;
    },
  });
}
