import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;
const TABLE = "\n\n::notation";

describe("symbols in formulas", () => {
  test("carry their name where the note has the table that explains them", () => {
    const made = html(`So $f_w(x)$.${TABLE}`);
    expect(made.match(/data-symbol="critic"/g)).toHaveLength(2);
    expect(made).toContain('<tr id="symbol-critic">');
    expect(html("So $f_w(x)$.")).not.toContain("data-symbol");
  });
  test("leave the formula as machines read it", () => {
    const made = html(`So $f_w(x) + \\frac c2$.${TABLE}`);
    expect(made).toContain('application/x-tex">f_w(x) + \\frac c2</annotation>');
    expect(made).not.toContain("htmlData");
    const math = (markdown: string): string => /<math.*?<annotation/.exec(html(markdown))![0];
    expect(math(`$f_w(x)$${TABLE}`)).toBe(math("$f_w(x)$"));
  });
  test("machines read no row of one thing, and no name space", () => {
    const made = html("So $x + y$, or $x$.");
    expect(made).toContain("<math><semantics><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>");
    expect(made).toContain("<math><semantics><mi>x</mi><annotation");
  });
  test("light up without the space that follows them", () => {
    const made = html(`So $c = 1$.${TABLE}`);
    expect(made).toMatch(
      /data-symbol="bound"><span class="mord mathnormal">c<\/span><\/span><span class="mspace/,
    );
  });
  test("do not hide what KaTeX refuses in the author's own words", () => {
    expect(() => html(`Bad $\\frc f_w$.${TABLE}`)).toThrow(
      /Undefined control sequence: \\frc at position 1: .*f_w/,
    );
  });
  test("nothing else of KaTeX's extensions is let through", () => {
    expect(html("$\\href{https://example.org/}{x}$")).not.toContain("<a ");
    expect(html("$\\htmlClass{a}{x}$")).not.toContain('"enclosing a"');
  });
});

describe("symbols in words", () => {
  test("are links to the table", () => {
    expect(html(`The :sym[critic]{of="f_w"}.${TABLE}`)).toContain(
      '<a href="#symbol-critic" class="symbol-word" data-symbol="critic">critic</a>',
    );
  });
  test("must be known, and explained in the note", () => {
    expect(() => html(`The :sym[critic]{of="f"}.${TABLE}`)).toThrow(
      "paper.ts has no symbol “f” (known: c, f_w)",
    );
    expect(() => html('The :sym[critic]{of="f_w"}.')).toThrow("`::notation`");
  });
});
