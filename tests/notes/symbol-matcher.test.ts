import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { noteSources } from "../../scripts/checkout/note-sources.ts";
import { KATEX } from "../../src/notes/plugins/mark-symbols.ts";
import {
  marked,
  symbolIds,
  symbolMatcher,
  type Occurrence,
} from "../../src/notes/symbol-matcher.ts";

const symbol = (tex: string, also?: readonly string[]) => ({
  tex,
  name: tex.replaceAll("\\", "").replaceAll(/\W+/g, " "),
  meaning: "",
  ...(also ? { also } : {}),
});
const LETTERS = [
  "x",
  "x_t",
  "c",
  "f_w",
  "\\theta",
  "\\mathbb{P}_\\theta",
  "\\hat{x}",
  "h^{enc}_t",
  "K",
  "q(z)",
];
const find = symbolMatcher(LETTERS.map((tex) => symbol(tex)));
/** The parts of a formula that are symbols, with the symbols' names. */
const parts = (tex: string): string[] =>
  find(tex).found.map(({ id, start, end }) => `${id}: ${tex.slice(start, end)}`);

describe("finds", () => {
  test.each([
    ["f_w(x)", ["f-w: f_w", "x: x"]],
    ["f_{w} ( x )", ["f-w: f_{w}", "x: x"]],
    ["x_t^2 + x_{t-1} + x_i + x", ["x-t: x_t^2", "x-t: x_{t-1}", "x-t: x_i", "x: x"]],
    ["c_i + c_{i,j} + c^2", ["c: c_i", "c: c_{i,j}", "c: c^2"]],
    ["e^{-x}", ["x: x"]],
    ["c^{H+1}\\prod_{h=1}^{H}n_h", ["c: c^{H+1}"]],
    ["\\frac c2", ["c: c"]],
    [
      "\\mathbb{E}_{x\\sim\\mathbb{P}_\\theta}[f_w(x)]",
      ["x: x", "mathbb-p-theta: \\mathbb{P}_\\theta", "f-w: f_w", "x: x"],
    ],
    ["\\mathbb P_\\theta", ["mathbb-p-theta: \\mathbb P_\\theta"]],
    ["\\hat x", ["hat-x: \\hat x"]],
    ["h_t^{enc}", ["h-enc-t: h_t^{enc}"]],
    ["\\max_{x\\in X} x", ["x: x", "x: x"]],
    ["q(z)\\,q(y)", ["q-z: q(z)"]],
    ["\\nabla_\\theta c", ["theta: \\theta", "c: c"]],
    ["\\left(c\\right)^2", ["c: c"]],
    ["\\begin{cases}c & x>0\\\\[2pt] \\theta\\end{cases}", ["c: c", "x: x", "theta: \\theta"]],
  ])("in %s", (tex, expected) => expect(parts(tex)).toEqual(expected));
});

describe("leaves alone", () => {
  test.each([
    ["letters inside words", "\\max\\text{exact}\\operatorname{c}"],
    ["part of a command", "\\exists"],
    ["other letters of the same shape", "\\mathbf{x}+\\tilde x+\\mathcal K"],
    ["what another script makes of it", "f_\\theta + x_{\\text{max}} + K_{\\max} + x' + x^{enc}"],
    ["labels at letters without an entry", "P_c + \\mathbb{P}_x"],
    ["names in capitals", "KL(P\\|Q)"],
    ["the lengths of TeX", "\\hspace{3cx}\\\\[1cx]"],
    ["what is no formula", "x_{"],
  ])("%s: %s", (_, tex) => expect(parts(tex)).toEqual([]));
});

test("other ways to write a symbol are its own", () => {
  const other = symbolMatcher([symbol("K", ["K_{\\max}"])]);
  expect(other("K_{\\max}").found).toHaveLength(1);
  expect(other("K_{\\min}")).toEqual({ found: [], missed: ["K_{\\min}"] });
});

test("an entry with an argument is the function", () => {
  const sigma = symbolMatcher([symbol("\\sigma(\\cdot)"), symbol("\\sigma_t")]);
  const tex = "\\sigma(x)+\\sigma_1+\\sigma";
  expect(sigma(tex).found.map(({ start, end }) => tex.slice(start, end))).toEqual([
    "\\sigma",
    "\\sigma_1",
  ]);
  expect(sigma(tex).missed).toEqual(["x", "\\sigma"]);
});

test("names the letters that no entry explains", () => {
  expect(find("\\alpha x + \\lVert y_i\\rVert").missed).toEqual(["\\alpha", "y_i"]);
});

test("refuses symbols that are no formula", () => {
  expect(() => symbolMatcher([symbol("{x")])).toThrow("no formula");
});

test("ids are names in small letters, and differ", () => {
  const names = ["Earth-mover’s distance (É)", "a vector", "a vector"].map((name) => ({ name }));
  expect(symbolIds(names)).toEqual(["earth-mover-s-distance-e", "a-vector", "a-vector-2"]);
});

/** Opening tags and signs in order, without the spans around symbols and around what braces hold: all that places ink. */
function drawn(tex: string): string[] {
  const html = katex.renderToString(tex, { ...KATEX, output: "html", displayMode: true });
  // KaTeX sets neighbouring signs of a kind in one span, in the style of the last; here each gets its own.
  const apart = html.replace(
    /(<span class="[^"]*")([^>]*>)([^<]+)(?=[^<]<)/gu,
    (_, tag: string, style: string, signs: string) =>
      `${[...signs].map((sign) => `${tag}>${sign}`).join("")}${tag}${style}`,
  );
  return apart
    .match(/<[^>]+>|[^<]+/g)!
    .filter((part) => !/^<\/|data-symbol=|^<span class="mord(?: mtight)?">$/.test(part));
}

const text = (tex: string): string =>
  drawn(tex)
    .filter((part) => !part.startsWith("<"))
    .join("");

/** The formula with braces around the symbols that had none and need some: TeX reads it the same way. */
function braced(tex: string, found: readonly Occurrence[]): string {
  return found.toReversed().reduce((made, { start, end, bare }) => {
    return bare ? `${made.slice(0, start)}{${made.slice(start, end)}}${made.slice(end)}` : made;
  }, tex);
}

/** Without wraps, and without braces, as each wrap has a pair of its own. */
const unwrapped = (tex: string): string =>
  tex.replaceAll(/\\htmlData\{symbol=[^}]*\}/g, "").replaceAll(/[{}]/g, "");

const letter = fc.constantFrom(
  ...LETTERS,
  "x",
  "t",
  "y",
  "\\alpha",
  "\\mathbb P_\\theta",
  "KL",
  "2",
);
const { formula } = fc.letrec<{ formula: string; atom: string }>((tie) => ({
  formula: fc.array(tie("atom"), { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(" ")),
  atom: fc.oneof(
    { depthSize: "small" },
    letter,
    fc
      .tuple(letter, fc.constantFrom("+", "=", "\\sim", ",", "\\cdot", "\\,", "-"))
      .map((both) => both.join(" ")),
    fc.tuple(letter, tie("formula")).map(([base, script]) => `{${base}}_{${script}}`),
    fc.constantFrom("x", "c", "K", "\\theta", "y").map((base) => `\\sum_${base} z^${base}`),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `\\frac{${a}}{${b}}`),
    fc.constantFrom("x", "c", "\\theta").map((bare) => `\\frac ${bare} 2 \\sqrt ${bare}`),
    tie("formula").map((inner) => `\\left(${inner}\\right)`),
    tie("formula").map((inner) => `\\mathbb{E}_{x\\sim c}\\big[${inner}\\big]`),
    tie("formula").map((inner) => `\\begin{pmatrix}${inner} & c\\\\ x & 1\\end{pmatrix}`),
    tie("formula").map((inner) => `\\text{with x} ${inner}`),
  ),
}));

test("marking changes nothing that is written or drawn, in any formula", () => {
  let marks = 0;
  fc.assert(
    fc.property(formula, (tex) => {
      const { found } = find(tex);
      marks += found.length;
      const made = marked(tex, found);
      expect(unwrapped(made)).toBe(unwrapped(tex));
      expect(text(made)).toBe(text(tex));
      expect(drawn(made)).toEqual(drawn(braced(tex, found)));
    }),
    { seed: 7, numRuns: 150 },
  );
  expect(marks).toBeGreaterThan(150);
});

test("nor in any formula of the notes", async () => {
  const { papers } = await noteSources(process.cwd());
  for (const file of readdirSync("notes").filter((name) => name.endsWith(".md"))) {
    const markdown = readFileSync(`notes/${file}`, "utf8");
    const paper = papers[/^paper: *(\S+)/m.exec(markdown)?.[1] ?? ""];
    if (!paper) continue;
    const findHere = symbolMatcher(paper.symbols);
    let marks = 0;
    for (const [, display, inline] of markdown.matchAll(/\$\$([\s\S]+?)\$\$|\$([^$\n]+)\$/g)) {
      const tex = (display ?? inline)!;
      const { found } = findHere(tex);
      marks += found.length;
      expect(drawn(marked(tex, found)), tex).toEqual(drawn(braced(tex, found)));
    }
    expect(marks, file).toBeGreaterThan(20);
  }
});
