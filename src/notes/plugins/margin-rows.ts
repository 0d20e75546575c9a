/**
 * Sets margin notes beside their text. The article is a grid of text and margin; a note begins in the row of the block
 * before it and may reach over the rows that follow, up to the next note, heading of a section or wide block. So
 * notes never overlap and the text is only pushed apart where the notes are longer than it.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Context } from "../context.ts";

/** The style sheet has a class for each span up to this. */
export const MAX_ROWS = 12;

const isElement = (node: RootContent | undefined): node is Element => node?.type === "element";
const isNote = (node: RootContent): node is Element =>
  isElement(node) && [node.properties.className].flat().includes("margin-note");
const isBarrier = (node: RootContent): boolean =>
  isElement(node) &&
  (node.tagName === "h2" ||
    node.tagName === "section" ||
    node.tagName === "figure" ||
    node.tagName === "table");

export function marginRows(_context: Context) {
  return (tree: Root): void => {
    const blocks = tree.children.filter(isElement);
    const placed: RootContent[] = [];
    for (let i = 0; i < blocks.length; i += 1) {
      const block = blocks[i]!;
      if (!isNote(block)) {
        placed.push(block);
        continue;
      }
      // Notes in succession stand below each other in one cell.
      const notes: ElementContent[] = [block];
      while (blocks[i + 1] && isNote(blocks[i + 1]!)) notes.push(blocks[(i += 1)]!);
      const following = blocks.slice(i + 1);
      const end = following.findIndex((node) => isNote(node) || isBarrier(node));
      // The block before the next note shares that note's row, so this one must end above it.
      const free = end < 0 ? following.length : isNote(following[end]!) ? end - 1 : end;
      const rows = Math.min(MAX_ROWS, Math.max(1, 1 + free));
      placed.push({
        type: "element",
        tagName: "div",
        properties: { className: ["beside", `rows-${rows}`] },
        children: notes,
      });
    }
    tree.children = placed;
  };
}
