import { CHARACTERS, DRAWERS } from "../../omniglot/alphabets.ts";
import { isDrawn } from "../../omniglot/drawings-of-zip.ts";

/** How many drawings there are, and of how many characters. */
export function counted(bits: Uint8Array): { drawings: number; characters: number } {
  let [drawings, characters] = [0, 0];
  for (let character = 0; character < CHARACTERS; character++) {
    const before = drawings;
    for (let drawer = 0; drawer < DRAWERS; drawer++)
      if (isDrawn(bits, character * DRAWERS + drawer)) drawings += 1;
    if (drawings > before) characters += 1;
  }
  return { drawings, characters };
}
