/** `node scripts/run.mjs drawers`: how long a drawing of Glyphs takes, in milliseconds of this process's own time. */
import { publicFile } from "./checkout/public-file.ts";
import { DRAWERS } from "../src/data/characters.ts";
import { readGlyphs } from "../src/data/glyphs.ts";

/** What a drawing may take on a slow laptop, ms. */
const BOUND = 0.3;
/** The first rounds are those of code that is not compiled yet. */
const ROUNDS = 4;

export const USAGE = `Usage: node scripts/run.mjs drawers`;

export async function main(): Promise<void> {
  const file = await publicFile("data/glyphs.bin");
  for (let round = 1; round <= ROUNDS; round++) {
    const glyphs = await readGlyphs(file);
    const from = process.cpuUsage();
    let count = 0;
    for (let character = round; character < glyphs.codes.length; character += 5) {
      for (let drawer = 0; drawer < DRAWERS; drawer++) {
        glyphs.drawing(character, drawer);
        count += 1;
      }
    }
    const { user, system } = process.cpuUsage(from);
    const each = (user + system) / 1000 / count;
    console.log(`round ${round}: ${count} drawings, ${each.toFixed(3)} ms each (bound ${BOUND})`);
    if (round === ROUNDS && each > BOUND) process.exitCode = 1;
  }
}
