/** Writes what `src/data/glyphs.ts` reads. */
import { HEAD_BYTES, SCALE, type GlyphsHead } from "../../../src/data/glyphs-file.ts";
import type { DerivedCharacter } from "./derive-glyphs.ts";

export function packGlyphs(characters: readonly DerivedCharacter[]): Uint8Array {
  const systems = [...new Set(characters.map(({ system }) => system))];
  const head: GlyphsHead = {
    alphabets: systems.map((system) => ({
      name: system.name,
      split: system.split,
      codes: characters.filter((each) => each.system === system).map(({ code }) => code),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes: number[] = [];
  for (const { strokes } of characters) {
    bytes.push(strokes.length);
    for (const stroke of strokes) {
      bytes.push(stroke.length);
      for (const place of stroke.flat()) bytes.push(Math.round((place + 0.5) * SCALE));
    }
  }
  const content = new Uint8Array(HEAD_BYTES + text.length + bytes.length);
  new DataView(content.buffer).setUint32(0, text.length, true);
  content.set(text, HEAD_BYTES);
  content.set(bytes, HEAD_BYTES + text.length);
  return content;
}
