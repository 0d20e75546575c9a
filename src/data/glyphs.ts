/** Glyphs: characters of many scripts as the strokes of a pen, drawn by simulated drawers. See `public/data/NOTICE-data.md`. */
import { fold, keyOf } from "../math/key.ts";
import { DRAWERS, type Alphabet, type Characters } from "./characters.ts";
import { checkedContent, type Pin } from "./checked-content.ts";
import { drawnBy, styleOf, type Style } from "./glyph-drawer.ts";
import { HEAD_BYTES, SCALE, type GlyphsHead } from "./glyphs-file.ts";
import { covered, inkBits, type Line } from "./ink.ts";

export const GLYPHS_PIN: Pin = {
  bytes: 66903,
  sha256: "6c0f3aae31d06ae6883d333c52453fbac74e2d109738946c187ec351df60c892",
  checksum: 2443526304,
};

/** Another seed would be other people. */
const PEOPLE = keyOf(1);

export interface Glyphs extends Characters {
  /** Unicode's number of each character. */
  readonly codes: readonly number[];
  /** For each character its strokes, x, y, x, y and so on, in a box around 0 whose longest side is 1, y down. */
  readonly strokes: readonly (readonly Line[])[];
  /** The strokes as a drawer draws them, in pixels of the picture, and the radius of the pen. Any number of drawers. */
  drawn(
    character: number,
    drawer: number,
  ): { readonly lines: readonly Line[]; readonly pen: number };
}

/**
 * `data/glyphs.bin`: 1,326 characters of 35 scripts, 23 of them for training. The drawers 0 to 19 are the same wherever the file is
 * read, to the bit; drawings are made when they are asked for, and then kept. Throws where the file is damaged.
 */
export const readGlyphs = async (file: ArrayBuffer): Promise<Glyphs> =>
  glyphsIn(await checkedContent(file, GLYPHS_PIN));

export function glyphsIn(content: Uint8Array): Glyphs {
  const length = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(content.subarray(HEAD_BYTES, HEAD_BYTES + length));
  const head = JSON.parse(text) as GlyphsHead;
  const codes = head.alphabets.flatMap((alphabet) => alphabet.codes);
  const strokes = strokesIn(content.subarray(HEAD_BYTES + length), codes.length);
  const alphabets = numbered(head);
  const alphabetOf = alphabets.flatMap(({ count }, i) => Array.from({ length: count }, () => i));
  const styles = new Map<number, Style>();
  const kept = new Map<number, Uint8Array>();

  function styleFor(alphabet: number, drawer: number): Style {
    const place = drawer * alphabets.length + alphabet;
    const style = styles.get(place) ?? styleOf(fold(fold(fold(PEOPLE, "style"), alphabet), drawer));
    styles.set(place, style);
    return style;
  }
  function drawn(character: number, drawer: number) {
    const style = styleFor(alphabetOf[character]!, drawer);
    const key = fold(fold(fold(PEOPLE, "drawing"), character), drawer);
    return { lines: drawnBy(style, strokes[character]!, key), pen: style.pen };
  }
  function drawing(character: number, drawer: number): Uint8Array {
    if (!(drawer >= 0 && drawer < DRAWERS)) throw new RangeError(`There is no drawer ${drawer}.`);
    const place = character * DRAWERS + drawer;
    const known = kept.get(place);
    if (known) return known;
    const { lines, pen } = drawn(character, drawer);
    const bits = inkBits(covered(lines, pen));
    kept.set(place, bits);
    return bits;
  }
  return { alphabets, codes, strokes, drawn, drawing };
}

function numbered({ alphabets }: GlyphsHead): Alphabet[] {
  let next = 0;
  return alphabets.map(({ name, split, codes }) => {
    const first = next;
    next += codes.length;
    return { name, split, first, count: codes.length };
  });
}

function strokesIn(bytes: Uint8Array, characters: number): Line[][] {
  let at = 0;
  const line = (): Line =>
    Float64Array.from({ length: 2 * bytes[at++]! }, () => bytes[at++]! / SCALE - 0.5);
  return Array.from({ length: characters }, () => Array.from({ length: bytes[at++]! }, line));
}
