/** What other programs get of a note with formulas. */
import katex from "katex";
import "katex/dist/katex.css";
import { afterEach, beforeAll, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { watchCopying } from "../../../src/app/highlights/copy-formulas.ts";
import { watchForMarks } from "../../../src/app/highlights/on-selection.ts";

const tex = (source: string, displayMode = false): string =>
  katex.renderToString(source, { output: "htmlAndMathml", displayMode });

beforeAll(() => {
  watchCopying();
  watchForMarks();
});
afterEach(() => document.body.replaceChildren());

function noteOf(): HTMLElement {
  document.body.innerHTML = `<div class="note-body">
    <h2>Loss <a class="anchor" href="#loss">#</a></h2>
    <p>The <b>critic</b> is ${tex("f_w")}, with weights ${tex("w \\in \\mathcal{W}")} clipped:</p>
    ${tex("W(p, q)", true)}
    <ul><li>One</li><li>Two</li></ul>
  </div>`;
  return document.querySelector(".note-body")!;
}

/** What a copy would put on the clipboard; null where the browser does it. */
function copy(): { text: string; html: string } | null {
  const data = new DataTransfer();
  const event = new ClipboardEvent("copy", {
    clipboardData: data,
    cancelable: true,
    bubbles: true,
  });
  document.dispatchEvent(event);
  return event.defaultPrevented
    ? { text: data.getData("text/plain"), html: data.getData("text/html") }
    : null;
}

test("each formula comes once, as TeX between dollars, and blocks stay apart", () => {
  getSelection()!.selectAllChildren(noteOf());
  const { text, html } = copy()!;
  expect(text.split(/\n+/).map((line) => line.trim())).toEqual([
    "Loss",
    "The critic is $f_w$, with weights $w \\in \\mathcal{W}$ clipped:",
    "$$W(p, q)$$",
    "One",
    "Two",
  ]);
  expect(html).toContain("<b>critic</b> is $f_w$, with");
  expect(document.querySelector(".copied")).toBeNull();
});

test("a selection that begins in the middle of a formula has all of it", () => {
  const [formula, other] = noteOf().querySelectorAll(".katex-html .mord.mathnormal");
  const range = document.createRange();
  range.setStart(formula!.firstChild!, 1);
  range.setEndAfter(other!.closest(".katex")!);
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  expect(copy()!.text).toMatch(/^\$f_w\$/);
});

test("without a formula the browser copies", () => {
  getSelection()!.selectAllChildren(noteOf().querySelector("ul")!);
  expect(copy()).toBeNull();
});

test("a third click selects the whole paragraph, formulas and all", async () => {
  const body = noteOf();
  await userEvent.tripleClick(body.querySelector("b")!);
  expect(copy()!.text).toBe("The critic is $f_w$, with weights $w \\in \\mathcal{W}$ clipped:");
});
