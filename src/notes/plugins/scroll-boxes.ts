/** Wide formulas and tables scroll inside their own box, which the keyboard can reach and a screen reader can name. */
import type { Element, Root } from "hast";
import { visit, SKIP } from "unist-util-visit";
import { mathText } from "../math-text.ts";

const classes = (node: Element): unknown[] => [node.properties.className].flat();
const reachable = (label: string) => ({ tabIndex: 0, role: "group", ariaLabel: label });

export function scrollBoxes() {
  return (tree: Root): void => {
    visit(tree, "element", (node, index, parent) => {
      if (classes(node).includes("katex-display")) {
        // A span, which may take a role; the numbered ones are named by their number.
        const number = parent?.type === "element" && classes(parent).includes("equation");
        Object.assign(node.properties, reachable(number ? "Numbered formula" : "Formula"));
        return SKIP;
      }
      if ((node.tagName === "table" || node.tagName === "pre") && parent && index !== undefined) {
        parent.children[index] = {
          type: "element",
          tagName: "div",
          properties: {
            className: ["scroll"],
            ...reachable(node.tagName === "table" ? "Table" : "Listing"),
          },
          children: [node],
        };
        visit(node, "element", (cell) => {
          // Markdown writes the corner of a table as a heading of nothing.
          if (cell.tagName === "th" && cell.children.length === 0) cell.tagName = "td";
          if (cell.tagName === "th") nameFormula(cell);
        });
        return SKIP;
      }
      return undefined;
    });
  };
}

/** A heading that is nothing but a formula says so in letters: tools look for text there and don't find MathML's. */
function nameFormula(heading: Element): void {
  const [only, ...others] = heading.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  if (others.length > 0 || only?.type !== "element" || !classes(only).includes("katex")) return;
  visit(only, "element", (node) => {
    if (classes(node).includes("katex-mathml")) node.properties.ariaHidden = "true";
    if (node.tagName !== "math") return;
    heading.children.push({
      type: "element",
      tagName: "span",
      properties: { className: ["sr-only"] },
      children: [{ type: "text", value: mathText(node) }],
    });
  });
}
