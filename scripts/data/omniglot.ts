/**
 * Omniglot (Lake, Salakhutdinov and Tenenbaum, 2015) as a maintainer has it, 20 drawings a character, as pictures of 28×28 bits: for
 * training weights and for scores, never shipped. A folder holds it in one of two forms:
 *
 * - `images_background` and `images_evaluation`, or one of them, as their authors' archives of these names unpack: a folder for each
 *   alphabet, in it one for each character, in it the pictures;
 * - `omniglot-28.bin.br`, all drawings reduced before and compressed by brotli, 98 bytes each, rows from the top, the highest
 *   bit first; `omniglot-28.json` names the alphabets with their half, first character and count of characters.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { NDArray } from "../../src/contract/array.ts";
import {
  DRAWERS,
  packedCharacters,
  writeDrawing,
  type Alphabet,
  type Characters,
} from "../../src/data/characters.ts";
import { permutation } from "../../src/math/choice.ts";
import { keyOf } from "../../src/math/key.ts";
import { inkOfPng } from "../../src/omniglot/one-bit-png.ts";
import { reducedDrawing } from "../../src/omniglot/reduced-drawing.ts";
import { Refusal } from "../../src/omniglot/refusal.ts";
import { SourceError } from "./fetch-source.ts";

const HALVES = [
  { folder: "images_background", split: "train" },
  { folder: "images_evaluation", split: "test" },
] as const;
const PACKED = ["omniglot-28.bin.br", "omniglot-28.json"] as const;

interface Listing {
  readonly sha256: string;
  readonly alphabets: readonly {
    readonly name: string;
    readonly split: "background" | "evaluation";
    readonly first: number;
    readonly count: number;
  }[];
}

/**
 * The background half is for training and the evaluation half for testing. Without a folder it is the one that the variable OMNIGLOT
 * names. Throws SourceError where there is none, and where a file is not what it should be.
 */
export function readOmniglot(folder = process.env.OMNIGLOT): Characters {
  if (folder === undefined)
    throw new SourceError("Name the folder with Omniglot's drawings in the variable OMNIGLOT.");
  if (PACKED.every((name) => existsSync(join(folder, name)))) return readPacked(folder);
  const halves = HALVES.filter((half) => existsSync(join(folder, half.folder)));
  if (halves.length > 0) return readPictures(folder, halves);
  throw new SourceError(
    `“${folder}” holds neither images_evaluation nor omniglot-28.bin.br with its .json: Omniglot's drawings are not there.`,
  );
}

function readPictures(folder: string, halves: readonly (typeof HALVES)[number][]): Characters {
  const alphabets: Alphabet[] = [];
  const bytes: Uint8Array[] = [];
  for (const half of halves) {
    for (const name of namesIn(join(folder, half.folder))) {
      const characters = namesIn(join(folder, half.folder, name));
      const first = bytes.length / DRAWERS;
      alphabets.push({ name, split: half.split, first, count: characters.length });
      for (const character of characters) {
        const place = join(folder, half.folder, name, character);
        const pictures = namesIn(place);
        if (pictures.length !== DRAWERS)
          throw new SourceError(`“${place}” holds ${pictures.length} drawings, not ${DRAWERS}.`);
        for (const picture of pictures) bytes.push(reducedFile(join(place, picture)));
      }
    }
  }
  return packedCharacters(Buffer.concat(bytes), alphabets);
}

/** 98 bytes of a picture of 105×105 pixels. */
export function reducedFile(path: string): Uint8Array {
  try {
    return reducedDrawing(inkOfPng(readFileSync(path)));
  } catch (error) {
    if (error instanceof Refusal) throw new SourceError(`“${path}” ${error.message}`);
    throw error;
  }
}

/** In the order of their characters' codes, on every system; files that begin with a dot are the system's own. */
function namesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.sort((a, b) => (a < b ? -1 : 1));
}

function readPacked(folder: string): Characters {
  const listing = JSON.parse(readFileSync(join(folder, "omniglot-28.json"), "utf8")) as Listing;
  const bytes = brotliDecompressSync(readFileSync(join(folder, "omniglot-28.bin.br")));
  if (createHash("sha256").update(bytes).digest("hex") !== listing.sha256)
    throw new SourceError(`The drawings in “${folder}” are not those that omniglot-28.json lists.`);
  return packedCharacters(
    bytes,
    listing.alphabets.map(({ name, split, first, count }) => ({
      name,
      split: split === "background" ? "train" : "test",
      first,
      count,
    })),
  );
}

/**
 * The same drawings with `count` characters for training and all others for testing, drawn by lot whatever their alphabets: the
 * Matching Networks paper trains on 1,200 (arXiv:1606.04080v2, section 4.1.1), but does not say which.
 */
export function trainingOn(count: number, { alphabets, drawing }: Characters): Characters {
  const all = alphabets.reduce((sum, alphabet) => sum + alphabet.count, 0);
  const order = permutation(keyOf(0), all);
  return {
    drawing: (character, drawer) => drawing(order[character]!, drawer),
    alphabets: [
      { name: "training", split: "train", first: 0, count },
      { name: "testing", split: "test", first: count, count: all - count },
    ],
  };
}

/** The first drawing of each of the first characters, as numbers: what a recipe names its data by. */
export function sampleDrawings({ drawing }: Characters, count = 100): NDArray {
  const data = new Float32Array(count * 784);
  for (let i = 0; i < count; i++) writeDrawing(drawing(i, 0), 0, data, i * 784);
  return { shape: [count, 28, 28], data };
}
