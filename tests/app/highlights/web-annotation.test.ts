/** Export and import of annotations, and files that are broken. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { COLOURS, type Mark } from "../../../src/app/highlights/mark.ts";
import { merge, readFile } from "../../../src/app/highlights/read-file.ts";
import { toCollection } from "../../../src/app/highlights/web-annotation.ts";

const addressOf = (note: string): string => `https://example.org/papers/${note}/`;
const instant = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyMark: fc.Arbitrary<Mark> = fc.record({
  id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
  note: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  colour: fc.constantFrom(...COLOURS),
  comment: fc.string({ unit: "grapheme", maxLength: 200 }),
  created: instant,
  modified: instant,
  passage: fc
    .record({
      exact: fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== ""),
      prefix: fc.string({ unit: "grapheme" }),
      suffix: fc.string({ unit: "grapheme" }),
      start: fc.nat(),
      end: fc.nat(),
    })
    .map((passage) => ({ ...passage, end: passage.start + passage.end })),
});
const mapOf = (marks: readonly Mark[]): Map<string, Mark> =>
  new Map(marks.map((mark) => [mark.id, mark]));
const exported = (marks: readonly Mark[]): string => JSON.stringify(toCollection(marks, addressOf));

test("what is exported is imported again, whole and the same", () => {
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 20 }), (marks) => {
      const { marks: read, problems } = readFile(exported(marks));
      expect(problems).toEqual([]);
      expect(read).toEqual(marks);
      expect(merge(mapOf(marks), read).changes.size).toBe(0);
    }),
    { numRuns: 300, seed: 20260311 },
  );
});

test("merging loses nothing: of each id the newer one stays, and the own one when both are as old", () => {
  fc.assert(
    fc.property(
      fc.array(anyMark, { minLength: 1, maxLength: 10 }),
      fc.array(instant, { minLength: 10, maxLength: 10 }),
      (marks, times) => {
        const own = mapOf(marks.slice(0, 5));
        const read = marks
          .slice(2)
          .map((mark, i) => ({ ...mark, comment: "theirs", modified: times[i]! }));
        const { changes, added, updated, unchanged } = merge(own, read);
        expect(added + updated + unchanged).toBe(read.length);
        const after = new Map([...own, ...changes]) as Map<string, Mark>;
        for (const mark of [...own.values(), ...read]) {
          expect(after.get(mark.id)!.modified >= mark.modified).toBe(true);
        }
        for (const [id, mark] of own) {
          const theirs = read.find((each) => each.id === id);
          if (!theirs || theirs.modified <= mark.modified) expect(after.get(id)).toBe(mark);
        }
      },
    ),
    { numRuns: 300, seed: 20260311 },
  );
});

const MARK: Mark = {
  id: "urn:uuid:0b7f3c5e-8a52-4f6e-9a52-0a5f2f3f7a11",
  note: "wgan",
  colour: "green",
  comment: "Why **five** steps?",
  created: "2026-03-11T09:00:00.000Z",
  modified: "2026-03-11T09:05:00.000Z",
  passage: { exact: "critic", prefix: "train the ", suffix: " till", start: 10, end: 16 },
};

test("the file has the recommendation's own names", () => {
  const { id, first, ...collection } = toCollection([MARK], addressOf) as Record<string, unknown>;
  expect(id).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(collection).toEqual({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    label: expect.any(String),
    total: 1,
  });
  expect(first).toMatchObject({
    type: "AnnotationPage",
    startIndex: 0,
    items: [
      {
        id: MARK.id,
        type: "Annotation",
        motivation: "commenting",
        created: MARK.created,
        modified: MARK.modified,
        body: {
          type: "TextualBody",
          value: MARK.comment,
          format: "text/markdown",
          purpose: "commenting",
        },
        stylesheet: { type: "CssStylesheet" },
        target: {
          source: "https://example.org/papers/wgan/",
          styleClass: "green",
          selector: [
            { type: "TextQuoteSelector", exact: "critic", prefix: "train the ", suffix: " till" },
            { type: "TextPositionSelector", start: 10, end: 16 },
          ],
        },
      },
    ],
  });
});

test.each([
  ["{", /^The file is not JSON: .+/],
  ["null", /no AnnotationCollection/],
  ['"text"', /no AnnotationCollection/],
  ['{"type":"Feature"}', /no AnnotationCollection/],
  ['{"type":"AnnotationPage"}', /^The file’s AnnotationPage has no items\.$/],
  ['{"type":"AnnotationCollection","first":"https://example.org/1"}', /fetches nothing/],
  [JSON.stringify(Array.from({ length: 10_001 }, () => 0)), /^The file has 10001 items; 10000/],
])("a file that is none is refused with a sentence: %.40s", (text, sentence) => {
  expect(() => readFile(text)).toThrow(sentence);
});

const item = JSON.parse(exported([MARK])).first.items[0] as Record<string, unknown>;
const target = item.target as Record<string, unknown>;
const quote = (target.selector as unknown[])[0];
const withSelector = (...selector: unknown[]) => ({ ...item, target: { ...target, selector } });

test.each([
  [7, "Item 2 is 7, not an object."],
  [{ ...item, type: "Note" }, 'Item 2 has the type "Note", not "Annotation".'],
  [{ ...item, id: undefined }, "Item 2 has no id."],
  [{ ...item, id: ["a"] }, 'Item 2 has ["a"] as id, not a text.'],
  [{ ...item, id: "one" }, 'Item 2 has the id "one", which is no IRI.'],
  [
    { ...item, target: "https://example.org/wgan/" },
    "Item 2 must have a target with a source and selectors.",
  ],
  [
    { ...item, target: { ...target, source: "wgan" } },
    'Item 2 has the source "wgan", which is no note’s address.',
  ],
  [withSelector(), "Item 2 has no TextQuoteSelector, without which its passage cannot be found."],
  [withSelector({ type: "TextQuoteSelector" }), "Item 2 has no TextQuoteSelector’s exact."],
  [
    withSelector({ type: "TextQuoteSelector", exact: " " }),
    "Item 2 quotes nothing: its exact is empty.",
  ],
  [
    withSelector(quote, { type: "TextPositionSelector", start: 5, end: 2 }),
    "Item 2 has a TextPositionSelector from 5 to 2; both must be whole numbers from 0, in order.",
  ],
  [{ ...item, modified: "yesterday" }, 'Item 2 has "yesterday" as modified, not a date and time.'],
  [
    { ...item, body: { type: "TextualBody", value: "x".repeat(100_001) } },
    "Item 2 has a body’s value of 100001 characters; 100000 are the most.",
  ],
])("a broken item is named with what is wrong, and the others are read: %#", (broken, sentence) => {
  const { marks, problems } = readFile(JSON.stringify([item, broken, { ...item, id: "urn:x:2" }]));
  expect(problems).toEqual([sentence]);
  expect(marks.map(({ id }) => id)).toEqual([MARK.id, "urn:x:2"]);
});

test("a file that can be read in two ways is refused; a byte-order mark is not part of its text", async () => {
  const twice = JSON.stringify([item]).replace('{"', '{"id":"urn:x:9","');
  expect(() => readFile(twice)).toThrow("Two keys of an object are the same");
  const marked = await new Blob(["\u{feff}", JSON.stringify([item])]).text();
  expect(readFile(marked).marks).toHaveLength(1);
});

test("any JSON whatsoever gives marks or sentences, and nothing else", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((value) => ({ ...item, target: value })),
          fc.jsonValue().map((value) => ({ ...item, body: value })),
        ),
      ),
      (items) => {
        const { marks, problems } = readFile(JSON.stringify(items));
        expect(marks.length + problems.length).toBe(items.length);
        for (const problem of problems) expect(problem).toMatch(/^Item \d+ .+\.$/s);
      },
    ),
    { numRuns: 500, seed: 20260311 },
  );
});

test("what others write is read: a bare annotation, a body as text, no position, no dates", () => {
  const { marks, problems } = readFile(
    JSON.stringify({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: "https://example.com/a/1",
      type: "Annotation",
      bodyValue: "Interesting",
      target: {
        source: "https://elsewhere.example/wgan/",
        selector: { type: "TextQuoteSelector", exact: "critic" },
      },
    }),
  );
  expect(problems).toEqual([]);
  expect(marks).toMatchObject([
    {
      note: "wgan",
      colour: "yellow",
      comment: "Interesting",
      passage: { exact: "critic", prefix: "", start: 0 },
    },
  ]);
});
