/** The way between the page and a note's text, formulas as KaTeX sets them included. */
import katex from "katex";
import { afterEach, expect, test } from "vitest";
import { anchor } from "../../../src/app/highlights/anchoring.ts";
import { anchorInNote } from "../../../src/app/highlights/anchor-in-note.ts";
import {
  paintableOf,
  partsOf,
  rangeOf,
  readText,
  spanOf,
} from "../../../src/app/highlights/note-text.ts";
import { describe } from "../../../src/app/highlights/passage.ts";
import { textFragment } from "../../../src/app/highlights/text-fragment.ts";

const tex = (source: string, displayMode = false): string =>
  katex.renderToString(source, { output: "htmlAndMathml", displayMode });

const NOTE = `
  <h2>The loss <a class="anchor" href="#loss">#</a></h2>
  <p>The critic is a net\u00ADwork ${tex("f_w")}, with
     weights\u00A0${tex("w \\in \\mathcal{W}")} <a href="#a">clipped</a>.</p>
  <div class="equation">${tex("W(p, q)", true)}<div class="equation-number"><a>(3)</a></div></div>
  <p>By <a class="equation-link" href="#e">equation 3</a> it is cheap<sup><a data-footnote-ref href="#f">1</a></sup>.</p>
  <figure class="demo" data-demo="wgan/ring"><p>step 17 of 2000</p></figure>
  <ul><li>One</li><li>Two</li></ul>`;

function noteOf(html = NOTE): HTMLElement {
  const body = document.createElement("div");
  body.innerHTML = html;
  document.body.append(body);
  return body;
}
afterEach(() => document.body.replaceChildren());

const TEXT =
  "The loss The critic is a network $f_w$, with weights $w \\in \\mathcal{W}$ clipped. $W(p, q)$ By equation it is cheap. One Two ";

test("a formula counts once, as TeX; what is generated or computed does not count", () => {
  expect(readText(noteOf()).text).toBe(TEXT);
});

test("every stretch of the text goes to the page and comes back, whole where a formula is cut", () => {
  const note = readText(noteOf());
  const { text, pieces } = note;
  const formulas = pieces.filter(({ offsets }) => !offsets);
  expect(formulas).toHaveLength(3);
  const whole = (at: number, side: "start" | "end"): number =>
    formulas.find(({ start, end }) => at > start && at < end)?.[side] ?? at;
  let compared = 0;
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= text.length; end += 3) {
      if (/^\s|\s$/.test(text.slice(start, end))) continue;
      const back = spanOf(note, rangeOf(note, { start, end })!);
      expect(back).toEqual({ start: whole(start, "start"), end: whole(end, "end") });
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(1000);
});

test("a selection that begins inside a formula takes it all", () => {
  const body = noteOf();
  const note = readText(body);
  const [formula] = body.querySelectorAll(".katex-html");
  const range = document.createRange();
  range.setStart(formula!.querySelector(".mord.mathnormal")!.firstChild!, 0);
  range.setEnd(body.querySelector('a[href="#a"]')!.firstChild!, 4);
  const span = spanOf(note, range)!;
  expect(note.text.slice(span.start, span.end)).toBe(
    "$f_w$, with weights $w \\in \\mathcal{W}$ clip",
  );
});

test("selecting only what is not text selects nothing", () => {
  const body = noteOf();
  const range = document.createRange();
  range.selectNodeContents(body.querySelector("figure")!);
  expect(spanOf(readText(body), range)).toBeNull();
});

test("a passage is found again in a page that was built anew, and wrapped otherwise", () => {
  const before = readText(noteOf());
  const start = before.text.indexOf("with weights");
  const passage = describe(before.text, { start, end: before.text.indexOf("clipped") });
  const body = noteOf(
    `<p>An added paragraph.</p>${NOTE.replaceAll("\n", " ").replace("with ", "<em>with</em>\n\n")}`,
  );
  const after = readText(body);
  const found = anchor(after.text, passage)!;
  expect(found.changed).toBe(false);
  expect(rangeOf(after, found)!.startContainer.parentElement!.tagName).toBe("EM");
});

test("formulas of a passage can be shown and painted apart from its words", () => {
  const body = noteOf();
  const note = readText(body);
  const start = note.text.indexOf("network");
  const span = { start, end: note.text.indexOf(" clipped") };
  const [first, second] = body.querySelectorAll(".katex");
  expect(partsOf(note, span)).toEqual(["network ", first, ", with weights ", second]);
  const { words, formulas } = paintableOf(note, span);
  expect(formulas).toEqual([first, second]);
  expect(words.map(String).map((text) => text.replaceAll(/[\s\u00AD]+/g, " ").trim())).toEqual([
    "net work",
    ", with weights",
  ]);
});

test.each([
  ["critic", ":~:text=critic"],
  ["critic is a network $f_w$, with", ":~:text=critic%20is%20a%20network,with"],
  // Part of a word: browsers find whole ones.
  ["ritic is", ":~:text=critic%20is"],
  ["$W(p, q)$", null],
  // The page has a number after “equation”, which the text leaves out.
  ["equation it is cheap.", ":~:text=equation,it%20is%20cheap"],
])("a link to “%s”", (phrase, fragment) => {
  const note = readText(noteOf());
  const start = note.text.indexOf(phrase);
  expect(textFragment(note, { start, end: start + phrase.length })).toBe(fragment);
});

/** A passage as a program describes it that takes text as it stands in the document. */
function foreign(body: Element, from: RegExp, wanted: (text: string) => string = (text) => text) {
  const text = wanted(body.textContent);
  const [exact] = from.exec(text)!;
  const at = text.indexOf(exact);
  const prefix = text.slice(Math.max(0, at - 32), at);
  const suffix = text.slice(at + exact.length, at + exact.length + 32);
  return { exact, prefix, suffix, start: at, end: at + exact.length };
}

test.each([
  ["line breaks and soft hyphens", /The critic is a net.work/s, "The critic is a network"],
  [
    "a formula as all that stands in the document",
    /net.work .*?clipped/s,
    "network $f_w$, with weights $w \\in \\mathcal{W}$ clipped",
  ],
])("a passage with %s, as others take it, is found", (_, from, said) => {
  const body = noteOf();
  const note = readText(body);
  const found = anchorInNote(note, foreign(body, from))!;
  expect(note.text.slice(found.start, found.end)).toBe(said);
});

test("with formulas left out it is found where that is the only way", () => {
  const body = noteOf();
  const note = readText(body);
  const passage = {
    exact: "network , with\n weights  clipped",
    prefix: "The critic is a ",
    suffix: ".",
    start: 0,
    end: 0,
  };
  const found = anchorInNote(note, passage)!;
  expect(note.text.slice(found.start, found.end)).toBe(
    "network $f_w$, with weights $w \\in \\mathcal{W}$ clipped",
  );
  // Of our own export, when the formula has been written otherwise since.
  const own = {
    ...passage,
    exact: "is a network $f_{w}$, with weights $w$ clipped",
    prefix: "The critic ",
    suffix: ". $W$ By equation",
  };
  expect(anchorInNote(note, own)).toMatchObject({ changed: false });
});

test("and another passage is not taken for it", () => {
  const note = readText(noteOf());
  const passage = {
    exact: "weights are never clipped",
    prefix: "with ",
    suffix: ".",
    start: 0,
    end: 0,
  };
  expect(anchorInNote(note, passage)).toBeNull();
});
