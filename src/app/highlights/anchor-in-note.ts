/** Finds passages that other programs described: they read white space and formulas otherwise. */
import { isInvisible, withoutInvisible } from "../../contract/invisible.ts";
import { anchor, byQuote, withSides, type Found } from "./anchoring.ts";
import type { NoteText } from "./note-text.ts";
import type { Passage } from "./passage.ts";

/** An only passage of this length is enough where its surroundings are alike: others count sides that are no text of ours. Code units, without spaces. */
const TELLING = 16;

/** A note's text without what programs differ in, and for each sign of it the stretch of the note's text that it stands for. */
interface Reading {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What a formula is to another program. */
const FORMULAS: readonly ((formula: Element) => string)[] = [
  // All that KaTeX wrote: MathML with its source, and boxes.
  (formula) => formula.textContent,
  (formula) => formula.querySelector(".katex-html")?.textContent ?? "",
  (formula) => formula.querySelector("math")?.textContent ?? "",
];
const TEX = /\$[^$]+\$/g;
const SPACE = /\s/;

const isLeftOut = (sign: string): boolean => SPACE.test(sign) || isInvisible(sign);
const bare = (text: string): string => withoutInvisible(text).replace(/\s+/g, "");

/** As marks describe it; else without white space; else with formulas as others have them, or at last without. */
export function anchorInNote(note: NoteText, passage: Passage): Found | null {
  const found = anchor(note.text, passage);
  if (found) return found;
  const { exact, prefix, suffix } = withSides(passage);
  const as = (of: (text: string) => string): Passage => ({
    exact: of(exact),
    prefix: of(prefix),
    suffix: of(suffix),
    start: 0,
    end: 0,
  });
  const whole = as(bare);
  const without = [exact, prefix, suffix].some((text) => text.includes("$"))
    ? as((text) => bare(text.replace(TEX, "")))
    : whole;
  const readings = readingsOf(note);
  for (const [i, reading] of readings.entries()) {
    const place = byQuote(reading.text, i === readings.length - 1 ? without : whole, TELLING);
    if (place)
      return {
        start: reading.from[place.start]!,
        end: reading.to[place.end - 1]!,
        changed: false,
      };
  }
  return null;
}

const known = new WeakMap<NoteText, readonly Reading[]>();

function readingsOf(note: NoteText): readonly Reading[] {
  let readings = known.get(note);
  if (!readings) {
    readings = [null, ...FORMULAS, () => ""].map((says) => readingOf(note, says));
    known.set(note, readings);
  }
  return readings;
}

function readingOf(
  { text, pieces }: NoteText,
  says: ((formula: Element) => string) | null,
): Reading {
  const signs: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const add = (sign: string, start: number, end: number): void => {
    if (isLeftOut(sign)) return;
    signs.push(sign);
    from.push(start);
    to.push(end);
  };
  const words = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) add(text[at]!, at, at + 1);
  };
  let at = 0;
  for (const { node, offsets, start, end } of pieces) {
    if (offsets || !says) continue;
    words(at, start);
    const said = says(node as Element);
    for (let i = 0; i < said.length; i += 1) add(said[i]!, start, end);
    at = end;
  }
  words(at, text.length);
  return { text: signs.join(""), from, to };
}
