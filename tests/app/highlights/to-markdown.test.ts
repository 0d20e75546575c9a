import { expect, test } from "vitest";
import { newMark, revised } from "../../../src/app/highlights/mark.ts";
import { toMarkdown } from "../../../src/app/highlights/to-markdown.ts";

test("marks become quotes with what was written about them; only the reader's own Markdown stays Markdown", () => {
  const passage = { exact: "a *loss* $W_\\theta$ [1]", prefix: "", suffix: "", start: 0, end: 1 };
  const mark = revised(newMark("wgan", "rose", passage), { comment: "See **this**." });
  const text = toMarkdown([{ title: "WGAN", address: "https://example.org/wgan/", marks: [mark] }]);
  expect(text).toBe(`# Highlights and notes

## WGAN

<https://example.org/wgan/>

> a \\*loss\\* $W_\\theta$ \\[1\\]

Rose, ${mark.created.slice(0, 10)}

See **this**.
`);
});
