/**
 * Omniglot's evaluation half, 20 drawings a character (Lake, Salakhutdinov and Tenenbaum, 2015), as pictures of 28×28 bits, from a
 * folder in one of two forms:
 *
 * - `images_evaluation`, as its authors' archive of that name unpacks: a folder for each alphabet, in it one for each character,
 *   in it the pictures;
 * - `omniglot-28.bin.br`, all drawings reduced before and compressed by brotli, 98 bytes each, rows from the top, the highest
 *   bit first; `omniglot-28.json` names the alphabets with their half, first character and count of characters.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { UsageError } from "../repro/target.ts";
import { wordsOf } from "./bits.ts";
import { reduced } from "./reduced.ts";

export const DRAWERS = 20;

export interface Drawings {
  /** Drawing `d` of character `c` is picture `c * DRAWERS + d` of these words. */
  readonly words: Uint32Array;
  /** The characters of each alphabet. */
  readonly alphabets: readonly (readonly number[])[];
}

interface Listing {
  readonly sha256: string;
  readonly alphabets: readonly { split: string; first: number; count: number }[];
}

export function readDrawings(folder: string): Drawings {
  const pictures = join(folder, "images_evaluation");
  if (existsSync(pictures)) return readPictures(pictures);
  const packed = ["omniglot-28.bin.br", "omniglot-28.json"];
  if (packed.every((name) => existsSync(join(folder, name)))) return readPacked(folder);
  throw new UsageError(
    `“${folder}” holds neither images_evaluation nor omniglot-28.bin.br with its .json: Omniglot's drawings are not there.`,
  );
}

function readPictures(folder: string): Drawings {
  const alphabets: number[][] = [];
  const bytes: Uint8Array[] = [];
  for (const alphabet of namesIn(folder)) {
    const characters: number[] = [];
    for (const character of namesIn(join(folder, alphabet))) {
      const place = join(folder, alphabet, character);
      const names = namesIn(place);
      if (names.length !== DRAWERS) {
        throw new UsageError(`“${place}” holds ${names.length} drawings, not ${DRAWERS}.`);
      }
      characters.push(bytes.length / DRAWERS);
      for (const name of names) bytes.push(reduced(join(place, name)));
    }
    alphabets.push(characters);
  }
  return { words: wordsOf(Buffer.concat(bytes)), alphabets };
}

/** In the order of their characters' codes, on every system; files that begin with a dot are the system's own. */
function namesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.sort((a, b) => (a < b ? -1 : 1));
}

function readPacked(folder: string): Drawings {
  const listing = JSON.parse(readFileSync(join(folder, "omniglot-28.json"), "utf8")) as Listing;
  const bytes = brotliDecompressSync(readFileSync(join(folder, "omniglot-28.bin.br")));
  if (createHash("sha256").update(bytes).digest("hex") !== listing.sha256) {
    throw new UsageError(`The drawings in “${folder}” are not those that omniglot-28.json lists.`);
  }
  const evaluation = listing.alphabets.filter(({ split }) => split === "evaluation");
  const alphabets = evaluation.map(({ first, count }) =>
    Array.from({ length: count }, (_, i) => first + i),
  );
  return { words: wordsOf(bytes), alphabets };
}
