/** A described passage is found again, or not at all. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { anchor } from "../../../src/app/highlights/anchoring.ts";
import { codeUnit, describe, type Span } from "../../../src/app/highlights/passage.ts";

const RUNS = { numRuns: 2000, seed: 20260311 };

/** Texts of every kind, repetitive ones and such with characters of two code units among them. */
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 1, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom("𝕎", "a", " ", "é"), minLength: 1, maxLength: 200 }),
);
const span = (text: string): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a + 1, b) }));

test("any passage of any text is found where it was", () => {
  fc.assert(
    fc.property(
      anyText.chain((text) => fc.tuple(fc.constant(text), span(text))),
      ([text, asked]) => {
        const passage = describe(text, asked);
        const found = anchor(text, passage)!;
        expect(text.slice(found.start, found.end)).toBe(passage.exact);
        // Never less than what was asked for; more only by the other half of a character.
        expect(found.start).toBe(codeUnit(text, passage.start));
        expect(asked.start - found.start).toBeOneOf([0, 1]);
        expect(found.end - asked.end).toBeOneOf([0, 1]);
        expect(found.changed).toBe(false);
      },
    ),
    RUNS,
  );
});

/** Words repeat, as they do in prose; where each one stands is told by its number, which the text does not show. */
interface Word {
  readonly text: string;
  readonly number: number;
}
const VOCABULARY =
  "the of a critic generator learns distance loss is not weight gradient clip and to".split(" ");
const prose = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 30, maxLength: 200 })
  .map((words) => words.map((text, number): Word => ({ text, number })));
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(" ");

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly string[];
}
const edit = (most: number): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(most),
    remove: fc.nat(8),
    insert: fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 8 }),
  });

/** Where a run of the same words stands now; null when one of them is gone or another is between. */
function spanOfWords(words: readonly Word[], from: number, to: number): Span | null {
  const first = words.findIndex(({ number }) => number === from);
  const wanted = Array.from({ length: to - from }, (_, i) => from + i);
  if (first < 0 || wanted.some((number, i) => words[first + i]?.number !== number)) return null;
  const start = words.slice(0, first).reduce((sum, { text }) => sum + text.length + 1, 0);
  return { start, end: start + textOf(words.slice(first, first + wanted.length)).length };
}

const edited = fc
  .tuple(prose, fc.nat(), fc.integer({ min: 1, max: 25 }))
  .chain(([words, place, length]) => {
    const from = place % words.length;
    const to = Math.min(words.length, from + length);
    return fc.record({
      words: fc.constant(words),
      from: fc.constant(from),
      to: fc.constant(to),
      edits: fc.array(edit(words.length), { minLength: 1, maxLength: 6 }),
    });
  });

const apply = (words: readonly Word[], edits: readonly Edit[]): Word[] =>
  edits.reduce<Word[]>(
    (now, { at, remove, insert }) =>
      now.toSpliced(at, remove, ...insert.map((text) => ({ text, number: -1 }))),
    [...words],
  );

test("after edits anywhere, a passage is found at its own words or not at all", () => {
  let found = 0;
  let orphaned = 0;
  fc.assert(
    fc.property(edited, ({ words, from, to, edits }) => {
      const before = textOf(words);
      const passage = describe(before, spanOfWords(words, from, to)!);
      const now = apply(words, edits);
      const after = textOf(now);
      const place = anchor(after, passage);
      const own = spanOfWords(now, from, to);
      if (!place) {
        orphaned += 1;
        return;
      }
      found += 1;
      if (place.changed) {
        // Other words, but between the very same surroundings.
        expect(after.slice(0, place.start).endsWith(passage.prefix)).toBe(true);
        expect(after.slice(place.end).startsWith(passage.suffix)).toBe(true);
        return;
      }
      expect(after.slice(place.start, place.end)).toBe(passage.exact);
      const sameContext =
        after.slice(0, place.start).endsWith(passage.prefix) &&
        after.slice(place.end).startsWith(passage.suffix);
      // An edit may write the very same words in the very same surroundings: then they are the passage.
      if (sameContext) return;
      if (own) expect({ start: place.start, end: place.end }).toEqual(own);
      // Its own words are gone: then it is where an edit wrote them again, not at others of the text.
      else expect(numbersAt(now, place).some((n) => n < 0 || (n >= from && n < to))).toBe(true);
    }),
    { ...RUNS, numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(1000);
  expect(orphaned).toBeGreaterThan(100);
});

/** Which words a stretch of the text touches. */
function numbersAt(words: readonly Word[], { start, end }: Span): number[] {
  let at = 0;
  const touched: number[] = [];
  for (const { text, number } of words) {
    if (at < end && at + text.length > start) touched.push(number);
    at += text.length + 1;
  }
  return touched;
}

/** No two words are alike, so that every passage is told apart by its own. */
const distinct = fc
  .integer({ min: 40, max: 120 })
  .chain((count) =>
    fc.tuple(
      fc.constant(
        Array.from({ length: count }, (_, number): Word => ({ text: `word${number}x`, number })),
      ),
      fc.integer({ min: 0, max: count - 11 }),
      fc.integer({ min: 1, max: 10 }),
      fc.array(edit(count), { minLength: 1, maxLength: 6 }),
    ),
  );

test("in a text of distinct words it is found whenever one of its sides was left alone", () => {
  fc.assert(
    fc.property(distinct, ([words, from, length, edits]) => {
      const passage = describe(textOf(words), spanOfWords(words, from, from + length)!);
      const now = apply(words, edits);
      const own = spanOfWords(now, from, from + length);
      const place = anchor(textOf(now), passage);
      const side =
        own &&
        (spanOfWords(now, from - 6, from + length) ?? spanOfWords(now, from, from + length + 6));
      if (side) expect(place).toEqual({ ...own, changed: false });
      if (!own && place && !place.changed) throw new Error("found although its words are gone");
    }),
    RUNS,
  );
});

const TEXT =
  "Weight clipping is a clearly terrible way to enforce a Lipschitz constraint. If the clipping parameter is large, then it can take a long time for any weights to reach their limit.";
const marked = (phrase: string, text = TEXT) =>
  describe(text, { start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length });

test("a passage whose words were changed a little is found, and said to be changed", () => {
  const passage = marked("If the clipping parameter is large, then");
  const now = TEXT.replace("is large", "gets large");
  const place = anchor(now, passage)!;
  expect(place.changed).toBe(true);
  expect(now.slice(place.start, place.end)).toBe("If the clipping parameter gets large, then");
});

test.each([
  ["it was rewritten", TEXT.replace("If the clipping parameter is large, then", "With much room")],
  ["it was taken out", TEXT.replace("If the clipping parameter is large, then ", "")],
  ["the whole text is another", "The critic should be trained till optimality."],
  ["there is no text", ""],
])("a passage is orphaned when %s", (_, now) => {
  expect(anchor(now, marked("If the clipping parameter is large, then"))).toBeNull();
});

test("of two like passages neither is taken when the surroundings do not tell", () => {
  const line = "The loss correlates with the quality of the samples. ";
  const passage = marked("correlates", line);
  expect(anchor(`New. ${line}${line}`, passage)).toBeNull();
});

test("a short word is not taken for itself elsewhere", () => {
  const passage = marked("limit");
  const now = `Some other text with a limit. ${TEXT.slice(0, 40)}`;
  expect(anchor(now, passage)).toBeNull();
});
