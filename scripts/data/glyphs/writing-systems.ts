/** The alphabets of Glyphs: which signs, of which font, and whether they serve training or testing. */
import { DEJAVU, HI_MELODY, NOTO_SANS, YOMOGI, type Source } from "../sources.ts";

export interface WritingSystem {
  readonly name: string;
  readonly split: "train" | "test";
  readonly source: Source;
  /** Below the package's folder; of a package that cuts its font into many files undefined. */
  readonly file?: string;
  /** First and last code points; what is no letter or number among them, or not in the font, is left out. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Only each so many of them. */
  readonly every?: number;
}

type Row = readonly [
  name: string,
  split: "train" | "test",
  font: Pick<WritingSystem, "source" | "file" | "every">,
  ...ranges: (readonly [number, number])[],
];

/** Hardly more than a skeleton already. */
const thin = { source: DEJAVU, file: "ttf/DejaVuSans-ExtraLight.ttf" };
/** Has more writing systems. */
const book = { source: DEJAVU, file: "ttf/DejaVuSans.ttf" };
const yomogi = { source: YOMOGI };
const melody = { source: HI_MELODY };
const noto = (script: keyof typeof NOTO_SANS) => ({
  source: NOTO_SANS[script],
  file: `files/noto-sans-${script}-${script}-100-normal.woff`,
});

/** Of two characters that look alike the first one stays, so the order counts. */
const ROWS: readonly Row[] = [
  ["Latin capital", "train", thin, [65, 90]],
  ["Latin small", "train", thin, [97, 122]],
  ["Greek capital", "train", thin, [0x391, 0x3a9]],
  ["Greek small", "train", thin, [0x3b1, 0x3c9]],
  ["Cyrillic", "train", thin, [0x410, 0x42f]],
  ["Armenian capital", "test", thin, [0x531, 0x556]],
  ["Armenian small", "train", thin, [0x561, 0x586]],
  ["Georgian", "test", thin, [0x10d0, 0x10f0]],
  ["Asomtavruli", "train", book, [0x10a0, 0x10c5]],
  ["Nuskhuri", "train", book, [0x2d00, 0x2d25]],
  ["Hebrew", "test", noto("hebrew"), [0x5d0, 0x5ea]],
  ["Arabic", "train", book, [0x621, 0x63a], [0x641, 0x64a]],
  ["Thaana", "train", noto("thaana"), [0x780, 0x7a5]],
  ["NKo", "train", book, [0x7ca, 0x7ea]],
  ["Tifinagh", "test", book, [0x2d30, 0x2d67]],
  // Whole syllables without the dot for w; finals are small copies.
  [
    "Canadian syllabics",
    "train",
    book,
    [0x1401, 0x140b],
    [0x141c, 0x141c],
    [0x141e, 0x141e],
    [0x142b, 0x1439],
    [0x1449, 0x1449],
    [0x144b, 0x1456],
    [0x1466, 0x1473],
    [0x1483, 0x1483],
    [0x1485, 0x1491],
    [0x14a1, 0x14ab],
    [0x14bb, 0x14bb],
    [0x14bd, 0x14c8],
    [0x14d0, 0x14d3],
  ],
  ["Ogham", "test", thin, [0x1681, 0x169a]],
  ["Old Italic", "test", book, [0x10300, 0x1031e]],
  ["Lao", "train", book, [0xe81, 0xeae]],
  ["Thai", "test", noto("thai"), [0xe01, 0xe2e]],
  ["Devanagari", "train", noto("devanagari"), [0x905, 0x939]],
  ["Bengali", "test", noto("bengali"), [0x985, 0x9b9]],
  ["Tamil", "train", noto("tamil"), [0xb85, 0xbb9]],
  ["Telugu", "train", noto("telugu"), [0xc05, 0xc39]],
  ["Kannada", "test", noto("kannada"), [0xc85, 0xcb9]],
  ["Malayalam", "train", noto("malayalam"), [0xd05, 0xd39]],
  ["Oriya", "test", noto("oriya"), [0xb05, 0xb39]],
  ["Sinhala", "train", noto("sinhala"), [0xd85, 0xdc6]],
  ["Khmer", "train", noto("khmer"), [0x1780, 0x17b3]],
  ["Myanmar", "train", noto("myanmar"), [0x1000, 0x1021]],
  // Of each row the first of its eight vowels: the others differ by little.
  ["Ethiopic", "test", { ...noto("ethiopic"), every: 8 }, [0x1200, 0x1357]],
  ["IPA", "train", book, [0x250, 0x2af]],
  ["Hiragana", "train", yomogi, [0x3042, 0x3093]],
  ["Katakana", "test", yomogi, [0x30a2, 0x30f3]],
  ["Hangul jamo", "train", melody, [0x3131, 0x3163]],
];

export const WRITING_SYSTEMS: readonly WritingSystem[] = ROWS.map(
  ([name, split, font, ...ranges]) => ({ name, split, ...font, ranges }),
);

/** Kinds of characters that count: letters, numbers and signs, but no marks that stand on others. */
const KIND = /^[\p{Lo}\p{Lu}\p{Ll}\p{Lm}\p{Nd}\p{No}\p{So}]$/u;

export const codePointsOf = ({ ranges, every = 1 }: WritingSystem): number[] =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .filter((code) => code % every === 0 && KIND.test(String.fromCodePoint(code)));
