/** Words that set a figure, checked against what the demo declares. */
import { describe, expect, test } from "vitest";
import { compiled, failure } from "../../fixtures/notes/compiled.ts";

const END = '\n\n::demo{id="toy/ring"}\n\n::demo{id="toy/line"}\n\n::notation';
const bound = (directive: string): string =>
  /<span class="bound"[\s\S]*?>/.exec(compiled(directive + END).html)![0];

describe("words that set a figure", () => {
  test("are words: a search and a screen without scripts read them", () => {
    const { html, passages } = compiled(`With :set[c = 0.1]{ring.c=0.1} it works.${END}`);
    expect(html).toMatch(/With <span class="bound"[^>]*>c = 0\.1<\/span> it works\./);
    expect(passages[0]!.text).toContain("With c = 0.1 it works.");
  });
  test("name a setting, what it becomes in words, and its symbol", () => {
    expect(bound(":set[$c = 0.1$]{ring.c=0.1}")).toBe(
      '<span class="bound" data-set="ring" data-settings="c=0.1" data-says="bound 0.1" data-symbols="bound">',
    );
  });
  test("may name several, or a preset and what differs from it", () => {
    expect(bound(":set[both]{ring.c=0.1 ring.alpha=1e-3}")).toContain(
      'data-settings="c=0.1&amp;alpha=1e-3" data-says="bound 0.1, learning rate 1e-3"',
    );
    expect(bound(':set[slowly]{ring="slow" ring.c=0.5}')).toContain(
      'data-preset="slow" data-settings="c=0.5" data-says="“A slow one”, bound 0.5"',
    );
  });
  test("set the whole figure, not its hero", () => {
    const { html } = compiled(`::demo{id="toy/ring" hero}\n\n:set[it]{ring=slow}${END}`);
    expect(html).toContain('data-set="ring"');
  });
});

test.each([
  [":set[x]", "say which figure is set, and to what: `:set[c = 0.1]{ring.c=0.1}`"],
  [":set{ring.c=0.1}", "what sets a figure has words"],
  [":set[x]{rign.c=0.1}", "there is no figure “rign” in this note (known: ring, line)"],
  [":set[x]{ring.d=0.1}", "toy/ring has no setting “d” (known: alpha, c)"],
  [":set[x]{ring.c=7}", "Bound: 7 is too much."],
  [":set[$c = 0.2$]{ring.c=0.1}", "the words say 0.2, which is none of the values that they set"],
  [":set[1,000 of them]{ring.c=0.1 ring.alpha=1e-3}", "the words say 1,000, which is none"],
  [":set[x]{ring=fast}", "toy/ring has no preset “fast” (known: slow)"],
  [":set[x]{ring.c=0.1 line.at=1}", "one press sets one figure, not ring, line"],
])("%s fails with a sentence and its line", (directive, reason) => {
  expect(failure(`Text.\n\n${directive}${END}`)).toContain(`notes/x.md:11: ${reason}`);
});
