/** Annotations that other programs wrote. */
import { expect, test } from "vitest";
import { readFile } from "../../../src/app/highlights/read-file.ts";

const QUOTE = { type: "TextQuoteSelector", exact: "the critic", prefix: "train ", suffix: " till" };
const SOURCE = "https://example.org/wgan/";

/** As Hypothesis' client exports them (“Export”, JSON), shortened. */
const HYPOTHESIS = {
  export_date: "2026-03-11T10:00:00.000Z",
  export_userid: "acct:reader@hypothes.is",
  client_version: "1.1618.0",
  annotations: [
    {
      id: "Zx9Q_kqLEe-1",
      created: "2026-03-10T09:12:13.456789+00:00",
      updated: "2026-03-10T09:15:00.000001+00:00",
      user: "acct:reader@hypothes.is",
      uri: SOURCE,
      text: "Why **five** steps?",
      tags: ["loss", "to do"],
      group: "__world__",
      permissions: { read: ["group:__world__"] },
      target: [
        {
          source: SOURCE,
          selector: [
            {
              type: "RangeSelector",
              startContainer: "/div[1]/p[3]",
              startOffset: 12,
              endContainer: "/div[1]/p[3]",
              endOffset: 22,
            },
            { type: "TextPositionSelector", start: 3990, end: 4000 },
            QUOTE,
          ],
        },
      ],
      document: { title: ["Wasserstein GAN"] },
      links: { html: "https://hypothes.is/a/Zx9Q_kqLEe-1" },
    },
    {
      id: "reply1",
      created: "2026-03-10T10:00:00+00:00",
      updated: "2026-03-10T10:00:00+00:00",
      uri: SOURCE,
      text: "Because of Figure 3.",
      tags: [],
      references: ["Zx9Q_kqLEe-1"],
      target: [{ source: SOURCE }],
    },
    {
      id: "page1",
      created: "2026-03-10T10:00:00+00:00",
      updated: "2026-03-10T10:00:00+00:00",
      uri: SOURCE,
      text: "Read again.",
      tags: [],
      target: [{ source: SOURCE }],
    },
  ],
};

test("an export of Hypothesis: passages, words and tags are kept; what stands nowhere in the text is named", () => {
  const { marks, problems, partly } = readFile(JSON.stringify(HYPOTHESIS));
  expect(marks).toEqual([
    {
      id: "https://hypothes.is/a/Zx9Q_kqLEe-1",
      note: "wgan",
      colour: "yellow",
      comment: "Why **five** steps?\n\nTags: loss, to do",
      created: "2026-03-10T09:12:13.456Z",
      modified: "2026-03-10T09:15:00.000Z",
      passage: { exact: "the critic", prefix: "train ", suffix: " till", start: 3990, end: 4000 },
    },
  ]);
  expect(problems).toEqual([
    "Item 2 is a reply to another, which stands nowhere in the text.",
    "Item 3 is about the page as a whole, and stands nowhere in the text.",
  ]);
  expect(partly).toEqual([]);
});

test("so is the answer of its search", () => {
  const { marks } = readFile(
    JSON.stringify({ total: 1, rows: HYPOTHESIS.annotations.slice(0, 1) }),
  );
  expect(marks).toHaveLength(1);
});

const annotation = (body: unknown, more: object = {}): object => ({
  id: "urn:uuid:0b7f3c5e-8a52-4f6e-9a52-0a5f2f3f7a11",
  type: "Annotation",
  body,
  target: { source: SOURCE, selector: QUOTE },
  ...more,
});

test.each([
  ["https://example.org/a.pdf", "<https://example.org/a.pdf>"],
  [{ id: "https://example.org/a.mp4", type: "Video" }, "<https://example.org/a.mp4>"],
  [{ type: "SpecificResource", source: "https://example.org/b" }, "<https://example.org/b>"],
  [
    ["https://example.org/a", { type: "TextualBody", value: "See this." }],
    "<https://example.org/a>\n\nSee this.",
  ],
  [
    { type: "Choice", items: [{ type: "TextualBody", value: "One." }, "https://example.org/2"] },
    "One.",
  ],
  [
    { type: "List", items: ["https://example.org/1", { type: "TextualBody", value: "Two." }] },
    "<https://example.org/1>\n\nTwo.",
  ],
  [{ type: "SpecificResource", source: { type: "TextualBody", value: "Within." } }, "Within."],
  [{ value: "Of no type.", format: "text/plain" }, "Of no type."],
])(
  "a body that is a link is kept as a link, and words wherever they stand: %j",
  (body, comment) => {
    const { marks, problems, partly } = readFile(JSON.stringify(annotation(body)));
    expect(problems).toEqual([]);
    expect(partly).toEqual([]);
    expect(marks[0]!.comment).toBe(comment);
  },
);

test("what cannot be kept of an item is named, and the rest is kept", () => {
  const other = { source: SOURCE, selector: { ...QUOTE, exact: "the other" } };
  const item = annotation([{ type: "Dataset" }, { type: "TextualBody", value: "Words." }], {
    target: [{ source: SOURCE, selector: QUOTE }, other],
  });
  const { marks, partly } = readFile(JSON.stringify(item));
  expect(marks[0]).toMatchObject({ comment: "Words.", passage: { exact: "the critic" } });
  expect(partly).toEqual([
    'Item 1 has 2 targets, of which the first was kept, and a body that is neither text nor a link: {"type":"Dataset"}.',
  ]);
});

test("of Hypothesis' annotations a bare highlight is kept, and one that is no list", () => {
  const { text, ...highlight } = HYPOTHESIS.annotations[0]!;
  const { marks, problems } = readFile(JSON.stringify({ annotations: [highlight] }));
  expect(problems).toEqual([]);
  expect(marks[0]!.comment).toBe("Tags: loss, to do");
  expect(readFile(JSON.stringify({ ...highlight, text })).marks).toHaveLength(1);
});

test("a tag that is no text costs the item nothing else", () => {
  const item = annotation([
    { type: "TextualBody", value: "Words." },
    { type: "TextualBody", purpose: "tagging", value: 5 },
  ]);
  const { marks, partly } = readFile(JSON.stringify(item));
  expect(marks[0]!.comment).toBe("Words.");
  expect(partly[0]).toContain("a body that is neither text nor a link");
});

const nested = (open: string, middle: string, end: string): string =>
  open.repeat(20_000) + middle + end.repeat(20_000);
test.each([
  ["lists", nested("[", "1", "]")],
  ["an id", `{"type":"Annotation","id":${nested("[", "1", "]")}}`],
  ["selectors", `{"target":{"selector":${nested('{"refinedBy":', "1", "}")}}}`],
  ["bodies", `{"body":${nested('{"type":"Choice","items":[', '"urn:x:1"', "]}")}}`],
])("an item that is deeper than the stack is named, and the others are read: %s", (_, deep) => {
  const { marks, problems } = readFile(`[${deep},${JSON.stringify(annotation("urn:x:1"))}]`);
  expect(problems).toEqual(["Item 1 is nested more than 100 deep."]);
  expect(marks).toHaveLength(1);
});

test("of however many pages all items are read", () => {
  const item = JSON.stringify(annotation("urn:x:1"));
  const pages = nested(`{"type":"AnnotationPage","next":`, "null", `,"items":[]}`);
  const text = `{"type":"AnnotationPage","items":[${item}],"next":${pages}}`;
  expect(readFile(text).marks).toHaveLength(1);
});

test("a selector within another is found", () => {
  const selector = { type: "FragmentSelector", value: "loss", refinedBy: QUOTE };
  const { marks } = readFile(
    JSON.stringify(annotation("", { target: { source: SOURCE, selector } })),
  );
  expect(marks[0]!.passage.exact).toBe("the critic");
});

test("sides are kept as far as anything looks at them", () => {
  const selector = { ...QUOTE, prefix: `${"a".repeat(5000)}z`, suffix: `z${"a".repeat(5000)}` };
  const { marks } = readFile(
    JSON.stringify(annotation("x", { target: { source: SOURCE, selector } })),
  );
  const { prefix, suffix } = marks[0]!.passage;
  expect([prefix.length, suffix.length]).toEqual([512, 512]);
  expect([prefix.at(-1), suffix[0]]).toEqual(["z", "z"]);
});
