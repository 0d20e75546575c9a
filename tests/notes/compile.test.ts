import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileNote, NoteError } from "../../src/notes/compile.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const toy = compileNote(
  "notes/toy.md",
  readFileSync("tests/fixtures/notes/toy.md", "utf8"),
  sources,
);
const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;
const failure = (markdown: string): string => {
  try {
    compileNote("notes/x.md", markdown, sources);
  } catch (error) {
    expect(error).toBeInstanceOf(NoteError);
    return (error as Error).message;
  }
  return "no failure";
};

describe("a whole note", () => {
  test("knows what it is", () => {
    expect(toy.meta).toMatchObject({
      slug: "toy",
      title: "A toy: with $x$",
      order: 1,
      changes: [{ date: "2026-11-23", text: "First version." }],
      updated: "2026-11-23",
      demos: ["toy/ring"],
      paper: { id: "toy", arxiv: "1701.00001", version: "v3" },
    });
  });

  test("counts words, but not formulas", () => {
    expect(compileNote("notes/x.md", `${FRONT}One *two* $x + y$ three.`, sources).meta.words).toBe(
      3,
    );
  });

  test("has an outline of its sections", () => {
    expect(toy.outline.map(({ text, depth }) => `${depth} ${text}`)).toEqual([
      "2 The distance {here}",
      "3 Details",
      "2 Notation",
      "2 Deviations",
      "2 References",
    ]);
    for (const { id } of toy.outline) expect(toy.html).toContain(`id="${id}"`);
  });

  test("holds no inline style and no script", () => {
    expect(toy.html).not.toMatch(/\sstyle=/);
    expect(toy.html).not.toMatch(/<script|\son\w+=/);
    expect(toy.styles.size).toBeGreaterThan(3);
    for (const name of toy.styles.keys()) expect(toy.html).toContain(name);
  });

  test("is the same each time", () => {
    expect(
      compileNote("notes/toy.md", readFileSync("tests/fixtures/notes/toy.md", "utf8"), sources)
        .html,
    ).toBe(toy.html);
  });
});

describe("front matter", () => {
  const without = (field: string): string => FRONT.replace(new RegExp(`^${field}:.*\n`, "m"), "");

  test.each(["title", "summary", "order"])("needs %s", (field) => {
    expect(failure(without(field))).toMatch(
      new RegExp(`^notes/x\\.md:1: front matter needs .*${field}`),
    );
  });
  test("may be missing its paper, but then prints no notation", () => {
    expect(failure(without("paper"))).toBe("no failure");
    expect(failure(`${without("paper")}::notation`)).toContain("`paper:`");
  });
  test("must be there, be YAML and hold known fields", () => {
    expect(failure("Text.")).toContain("does not begin with front matter");
    expect(failure("---\ntitle: [\n---\n")).toContain("front matter is not YAML");
    expect(failure(FRONT.replace("title", "tittle"))).toContain("no field “tittle”");
    expect(failure(FRONT.replace("paper: toy", "paper: none"))).toContain("no paper “none”");
  });
});

describe("formulas", () => {
  test("are both drawn and readable by machines", () => {
    expect(html("A $x^2$.")).toContain('<annotation encoding="application/x-tex">x^2</annotation>');
  });
  test("keep punctuation on their line when they are short", () => {
    expect(html("So ($x$), done.")).toMatch(
      /^<p>So <span class="together">\(<span class="katex">.*<\/span>\),<\/span> done\.<\/p>$/,
    );
    const long = "a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r";
    expect(html(`So $${long}$, done.`)).not.toContain("together");
    expect(html("So $x$ done.")).not.toContain("together");
  });
  test("a display formula can be reached and scrolled by keyboard", () => {
    expect(html("$$\nx\n$$")).toMatch(
      /class="katex-display"[^>]*tabindex="0"[^>]*role="group"[^>]*aria-label="Formula"/,
    );
  });
  test("that KaTeX refuses stop the build at their line", () => {
    expect(failure(`${FRONT}Text.\n\nBad $\\frc{1}$.`)).toMatch(
      /^notes\/x\.md:11: formula: Undefined control sequence: \\frc/,
    );
  });
  test("styles that look alike share a class", () => {
    const styles = compileNote("notes/x.md", `${FRONT}$x_1$ and $x_1$`, sources).styles;
    expect(new Set(styles.values()).size).toBe(styles.size);
  });
});

describe("equations", () => {
  const one = ':::equation{#eq-a source="Eq. (2)"}\n$$\nx\n$$\n:::\n\n';
  test("are numbered in order and referred to by number", () => {
    const made = html(`See :eq[eq-b].\n\n${one}${one.replace("eq-a", "eq-b")}`);
    expect(made).toContain('<a href="#eq-b" class="equation-link">equation 2</a>');
    expect(made).toContain('<span class="equation-source">Eq. (2)</span>');
    expect(made).toMatch(/\(1\)<a class="anchor" href="#eq-a" aria-label="Link to equation 1">#</);
  });
  test("must exist, once, with an id and one formula", () => {
    expect(failure(`${FRONT}${one}:eq[eq-c]`)).toContain(
      ":15: there is no equation “eq-c” (known: eq-a)",
    );
    expect(failure(FRONT + one + one)).toContain("two equations are called “eq-a”");
    expect(failure(`${FRONT}:::equation\n$$\nx\n$$\n:::`)).toContain("needs an id");
    expect(failure(`${FRONT}:::equation{#eq-a}\nText.\n:::`)).toContain("exactly one `$$` block");
  });
});

describe("tables", () => {
  test("are reachable boxes; alignment is a class", () => {
    expect(toy.html).toContain(
      '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
    );
    expect(toy.html).toContain('<td class="align-right">2</td>');
  });
});

test("the empty corner of a table is no heading", () => {
  expect(html("| | a |\n| - | - |\n| b | 1 |")).toContain("<tr><td></td><th>a</th></tr>");
});

describe("directives", () => {
  test("misspelt ones are errors", () => {
    expect(failure(`${FRONT}::deviation`)).toContain(":9: unknown directive “deviation”");
    expect(failure(`${FRONT}Text :cit[x].`)).toContain("unknown directive “cit”");
  });
  test("colons in running text are text", () => {
    expect(html("At 10:30, ratio a:b.")).toBe("<p>At 10:30, ratio a:b.</p>");
  });
});

describe("typography", () => {
  test.each([
    ["He said \"so\" ('no').", "He said “so” (‘no’)."],
    ['It\'s *"nearly"* done', "It’s <em>“nearly”</em> done"],
    ['the *loss*" it', "the <em>loss</em>” it"],
  ])("prints %j", (typed, printed) => expect(html(typed)).toBe(`<p>${printed}</p>`));
  test("leaves code and formulas alone", () => {
    expect(html("`a\"b'`")).toContain("a&quot;b&#x27;");
    expect(html("$f'$")).toContain('application/x-tex">f&#x27;<');
  });
});

test("a formula that screen readers could not read is refused", () => {
  expect(failure(`${FRONT}$K_{\\max}$`)).toContain(
    "the formula K_{\\max} has an element <msub> of 3 parts",
  );
  expect(html("$K_{\\text{max}}$, $\\max_x \\frac{x}{2}$, $\\sum_{i=1}^n i$")).toContain("max");
});

describe("anchors", () => {
  test("are links that readers see", () => {
    expect(html("## A b\n")).toBe(
      '<h2 id="a-b">A b<a class="anchor" href="#a-b" aria-label="Link to the section “A b”">#</a></h2>',
    );
  });
  test("must be unique and lead somewhere", () => {
    expect(failure(`${FRONT}[x](#gone)`)).toContain("the link #gone leads nowhere");
    expect(failure(`${FRONT}## Ring\n\n::demo{id="toy/ring"}`)).toContain(
      "two things are called “ring”",
    );
  });
  test("the title is in the front matter", () => {
    expect(failure(`${FRONT}# Title`)).toContain("begin sections with `##`");
  });
});
