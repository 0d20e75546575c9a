/**
 * The text of a note as marks see it, and the way between it and the page. White space counts once; what is computed or
 * counted (demos, numbers of equations and footnotes) does not count; a formula is one piece, its TeX between dollars.
 */
import { isInvisible } from "../../contract/invisible.ts";
import type { Span } from "./passage.ts";

/** A part of the text that one node of the page holds. */
interface Piece extends Span {
  readonly node: Text | Element;
  /** For each character its place in the node; null for a formula, which is whole or not at all. */
  readonly offsets: readonly number[] | null;
  /** On the page something that does not count stands before it. */
  readonly cut: boolean;
}

export interface NoteText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Computed, generated, or not text. */
const LEFT_OUT = `figure.demo, .anchor, .equation-number, .back-links, .sr-only, .margin-label, [data-footnote-ref],
  [popover], dialog, button, input, select, textarea, script, style, svg`;
/** What stands apart on the page does so in the text. */
const APART = `address, article, aside, blockquote, br, dd, div, dl, dt, figure, figcaption, h1, h2, h3, h4, h5, h6, hr,
  li, ol, p, pre, section, table, td, th, tr, ul, .katex-display, .margin-title, .margin-claim, .verdict`;
const FORMULA = ".katex";
/** “equation 3” is “equation 4” once another is put before it. */
const NUMBERED = ".equation-link";

/** Reads a note from its place in the page. */
export function readText(body: Element): NoteText {
  const pieces: Piece[] = [];
  let text = "";
  let cut = false;
  const add = (piece: Omit<Piece, "cut">): void => {
    pieces.push({ ...piece, cut });
    cut = false;
  };
  const space = (): void => {
    if (text !== "" && !text.endsWith(" ")) text += " ";
  };
  const readNode = (node: Text): void => {
    const start = text.length;
    const offsets: number[] = [];
    const numbered = node.parentElement!.matches(NUMBERED);
    for (let at = 0; at < node.data.length; at += 1) {
      const sign = node.data[at]!;
      if (isInvisible(sign) || (numbered && /\d/.test(sign))) continue;
      const before = text.length;
      if (/\s/.test(sign)) space();
      else text += sign;
      if (text.length > before) offsets.push(at);
    }
    if (offsets.length > 0) add({ node, start, end: text.length, offsets });
    cut ||= numbered;
  };
  const read = (element: Element): void => {
    if (element.matches(LEFT_OUT)) {
      cut = true;
      return;
    }
    if (element.matches(FORMULA)) {
      const start = text.length;
      text += `$${texOf(element)}$`;
      add({ node: element, start, end: text.length, offsets: null });
      return;
    }
    const apart = element.matches(APART);
    if (apart) space();
    for (const child of element.childNodes) {
      if (child instanceof Text) readNode(child);
      else if (child instanceof Element) read(child);
    }
    if (apart) space();
  };
  read(body);
  return { text, pieces };
}

/** KaTeX sets a formula twice, as MathML and as boxes; its source is in the MathML. */
export const texOf = (formula: Element): string =>
  (
    formula.querySelector('annotation[encoding="application/x-tex"]') ??
    formula.querySelector(".katex-html") ??
    formula
  ).textContent
    .trim()
    .replace(/\s+/g, " ");

/** What a range of the page covers of the text, without white space at its ends; null for nothing. */
export function spanOf({ text, pieces }: NoteText, range: Range): Span | null {
  let start = Infinity;
  let end = -1;
  for (const piece of pieces) {
    if (!range.intersectsNode(piece.node)) continue;
    const covered = coveredOf(piece, range);
    if (covered.start >= covered.end) continue;
    start = Math.min(start, covered.start);
    end = covered.end;
  }
  while (start < end && text[start] === " ") start += 1;
  while (start < end && text[end - 1] === " ") end -= 1;
  return start < end ? { start, end } : null;
}

function coveredOf({ node, offsets, start, end }: Piece, range: Range): Span {
  if (!offsets) return { start, end };
  const from = range.startContainer === node ? range.startOffset : 0;
  const to = range.endContainer === node ? range.endOffset : Infinity;
  const first = offsets.findIndex((offset) => offset >= from);
  const last = offsets.findLastIndex((offset) => offset < to);
  return first < 0 ? { start: end, end } : { start: start + first, end: start + last + 1 };
}

/** The range of the page that holds a stretch of the text. */
export function rangeOf({ pieces }: NoteText, span: Span): Range | null {
  const inside = pieces.filter((piece) => piece.end > span.start && piece.start < span.end);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return null;
  const range = document.createRange();
  if (first.offsets)
    range.setStart(first.node, first.offsets[Math.max(0, span.start - first.start)]!);
  else range.setStartBefore(first.node);
  if (last.offsets)
    range.setEnd(last.node, last.offsets[Math.min(last.end, span.end) - last.start - 1]! + 1);
  else range.setEndAfter(last.node);
  return range;
}

/** What there is to paint of a stretch: the words between its formulas, and those. */
export function paintableOf(
  note: NoteText,
  span: Span,
): { readonly words: readonly Range[]; readonly formulas: readonly Element[] } {
  const words: Range[] = [];
  const formulas: Element[] = [];
  const add = (from: number, to: number): void => {
    const range = from < to ? rangeOf(note, { start: from, end: to }) : null;
    if (range) words.push(range);
  };
  let at = span.start;
  for (const { node, offsets, start, end } of note.pieces) {
    if (offsets || end <= span.start || start >= span.end) continue;
    add(at, start);
    formulas.push(node as Element);
    at = end;
  }
  add(at, span.end);
  return { words, formulas };
}

/** A stretch of the text for showing it elsewhere: words, and the formulas of the page. */
export function partsOf({ text, pieces }: NoteText, span: Span): (string | Element)[] {
  const parts: (string | Element)[] = [];
  let at = span.start;
  for (const { node, offsets, start, end } of pieces) {
    if (offsets || end <= span.start || start >= span.end) continue;
    parts.push(text.slice(at, Math.max(at, start)), node as Element);
    at = end;
  }
  return [...parts, text.slice(at, Math.max(at, span.end))].filter((part) => part !== "");
}
