/** All characters of Glyphs from their fonts, and the file that holds them. */
import { worthHaving } from "./doubles.ts";
import { strokesOf } from "./character-strokes.ts";
import { outlinesOf } from "./font-files.ts";
import type { Path } from "./skeleton-paths.ts";
import { codePointsOf, WRITING_SYSTEMS, type WritingSystem } from "./writing-systems.ts";

export interface DerivedCharacter {
  readonly system: WritingSystem;
  readonly code: number;
  readonly strokes: readonly Path[];
}

/** In the order of the writing systems. Throws SourceError where a font cannot be had. */
export async function derivedCharacters(): Promise<DerivedCharacter[]> {
  const all: DerivedCharacter[] = [];
  for (const system of WRITING_SYSTEMS) {
    const outlineOf = await outlinesOf(system.source, system.file);
    for (const code of codePointsOf(system)) {
      const outline = outlineOf(code);
      const strokes = outline && strokesOf(outline);
      if (strokes) all.push({ system, code, strokes });
    }
  }
  return worthHaving(all.map(({ strokes }) => strokes)).map((i) => all[i]!);
}
