/**
 * Sets margin notes beside their text: a strip holds the block that a note belongs to, the note, and the blocks that
 * follow up to the next note or figure. Where the window has a margin a strip has two columns, so notes never overlap,
 * and the text only ends early where a note is longer than all of it.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Context } from "../context.ts";

/** The style sheet knows strips of up to this many blocks. */
export const MAX_ROWS = 12;

const isElement = (node: RootContent | undefined): node is Element => node?.type === "element";
const isNote = (node: RootContent | undefined): node is Element =>
  isElement(node) && [node.properties.className].flat().includes("margin-note");
const isWide = (node: Element): boolean => node.tagName === "figure" || node.tagName === "section";

const div = (className: string[], children: ElementContent[]): Element => ({
  type: "element",
  tagName: "div",
  properties: { className },
  children,
});

export function marginStrips(_context: Context) {
  return (tree: Root): void => {
    const blocks = tree.children.filter(isElement);
    const placed: Element[] = [];
    let i = 0;
    while (i < blocks.length) {
      if (!isNote(blocks[i + 1]) || isWide(blocks[i]!)) {
        placed.push(blocks[i]!);
        i += 1;
        continue;
      }
      const first = blocks[i]!;
      i += 1;
      const notes: Element[] = [];
      while (isNote(blocks[i])) notes.push(blocks[i++]!);
      const rest: Element[] = [];
      while (
        rest.length < MAX_ROWS - 1 &&
        i < blocks.length &&
        !isWide(blocks[i]!) &&
        !isNote(blocks[i + 1])
      ) {
        rest.push(blocks[i++]!);
      }
      // A heading stays with what it heads.
      while (/^h\d$/.test(rest.at(-1)?.tagName ?? "")) {
        rest.pop();
        i -= 1;
      }
      placed.push(
        div(["strip", `rows-${rest.length + 1}`], [first, div(["beside"], notes), ...rest]),
      );
    }
    tree.children = placed;
  };
}
