/**
 * Says how far each margin note must be lifted to stand beside its own paragraph. Where the window has a margin, notes are
 * floats after their paragraphs: they never overlap and never push the text apart, but a float begins where its paragraph
 * ends. How many lines that is, is estimated from the text; the measure of the column is the same in every wide window.
 */
import type { Element, Root, RootContent } from "hast";
import { toText } from "../to-text.ts";

/** Characters in a line of the text and of a remark, in the widths that the style sheet sets. */
const TEXT_LINE = 76;
const REMARK_LINE = 34;
/** Height of a remark's line, its head included, in lines of text. */
const REMARK_HEIGHT = 0.72;
const FORMULA_LINES = 3;
/** The style sheet knows lifts of up to this many lines. */
export const MAX_LIFT = 12;

const isElement = (node: RootContent | undefined): node is Element => node?.type === "element";
const isNote = (node: RootContent | undefined): node is Element =>
  isElement(node) && [node.properties.className].flat().includes("margin-note");

/** Without markup a command of TeX is about one letter wide. */
const width = (text: string): number => text.replace(/\\[a-zA-Z]+|[{}_^\\]/g, "x").length;
const lines = (node: unknown, perLine: number): number => Math.ceil(width(toText(node)) / perLine);

function linesOf(block: Element): number {
  if (block.tagName === "pre") return toText(block).split("\n").length;
  if (["ul", "ol"].includes(block.tagName))
    return sum(block.children.filter(isElement).map((item) => lines(item, TEXT_LINE - 4)));
  if (block.tagName === "table") return 1.3 * (toText(block).match(/\n/g)?.length ?? 1);
  if (block.tagName === "div") return FORMULA_LINES;
  return lines(block, TEXT_LINE);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function marginPlaces() {
  return (tree: Root): void => {
    const blocks = tree.children.filter(isElement);
    const lifts = new Map<Element, number>();
    let left = 0;
    for (const block of blocks) {
      if (!isNote(block)) {
        left = linesOf(block);
        continue;
      }
      const height = lines(block, REMARK_LINE) * REMARK_HEIGHT;
      // A note lifted by more than its own height would rise above the notes before it.
      lifts.set(block, Math.max(0, Math.min(MAX_LIFT, Math.floor(height), Math.round(left))));
      left -= height + 1;
    }
    tree.children = blocks;
    const notes = [...lifts.keys()];
    for (const [i, note] of notes.entries()) {
      const next = notes[i + 1];
      note.properties.className = [
        "margin-note",
        `lift-${lifts.get(note)!}`,
        `room-${next ? lifts.get(next)! : 0}`,
      ];
    }
  };
}
