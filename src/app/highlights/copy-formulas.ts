/**
 * What is copied has each formula once, as TeX between dollars: KaTeX sets it twice, as MathML and as boxes, and each of them comes
 * apart in other programs.
 */
import { texOf } from "./note-text.ts";

/** Signs of the page that are no part of its text. */
const LEFT_OUT = ".anchor, .back-links, .sr-only, .margin-switch, .card, script, style";

/** A selection with its formulas whole; null where it has none. */
function withFormulas(selection: Selection): DocumentFragment | null {
  const whole = document.createDocumentFragment();
  for (let i = 0; i < selection.rangeCount; i += 1) {
    const range = selection.getRangeAt(i).cloneRange();
    const first = formulaAt(range.startContainer);
    const last = formulaAt(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    whole.append(range.cloneContents());
  }
  return whole.querySelector(".katex") ? whole : null;
}

const formulaAt = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(".katex-display, .katex") ?? null;

function writeTex(text: DocumentFragment): void {
  for (const each of text.querySelectorAll(LEFT_OUT)) each.remove();
  for (const display of text.querySelectorAll(".katex-display")) {
    const block = document.createElement("p");
    block.textContent = `$$${texOf(display)}$$`;
    display.replaceWith(block);
  }
  for (const formula of text.querySelectorAll(".katex")) formula.replaceWith(`$${texOf(formula)}$`);
}

function copied(event: ClipboardEvent): void {
  const selection = getSelection();
  const text = selection && !selection.isCollapsed ? withFormulas(selection) : null;
  if (!text || !event.clipboardData || event.defaultPrevented) return;
  writeTex(text);
  // Laid out as on the page, so that paragraphs and lists stay apart.
  const place = document.createElement("div");
  place.className = "note-body copied";
  place.inert = true;
  place.append(text);
  document.body.append(place);
  event.clipboardData.setData("text/plain", place.innerText.trim());
  event.clipboardData.setData("text/html", place.innerHTML);
  place.remove();
  event.preventDefault();
}

export const watchCopying = (): void => document.addEventListener("copy", copied);
