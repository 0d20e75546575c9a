/** Keeps the comma after a short formula, and the bracket before it, on the formula's line: to a browser it is a box. */
import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { toText } from "../to-text.ts";

/** Longer formulas must stay free to break at their relations. Letters, counted in formula and TeX source together. */
const SHORT = 90;
const TOGETHER = ["together"];
const isFormula = (node: ElementContent): boolean =>
  node.type === "element" && [node.properties.className].flat().includes("katex");

export function gluePunctuation() {
  return (tree: Root): void => {
    visit(tree, "element", (parent) => {
      if (isFormula(parent) || parent.properties.className === TOGETHER) return SKIP;
      for (let i = 0; i < parent.children.length; i += 1) {
        const formula = parent.children[i]!;
        if (!isFormula(formula) || toText(formula).length > SHORT) continue;
        const before = take(parent, i - 1, /[([“"]+$/);
        const after = take(parent, i + 1, /^[.,;:!?)\]’”"–-]+/);
        if (before.length + after.length === 0) continue;
        parent.children[i] = {
          type: "element",
          tagName: "span",
          properties: { className: TOGETHER },
          children: [...before, formula, ...after],
        };
      }
      return undefined;
    });
  };
}

/** Cuts the matching end off a neighbouring text. */
function take(parent: Element, index: number, part: RegExp): ElementContent[] {
  const node = parent.children[index];
  const found = node?.type === "text" ? part.exec(node.value)?.[0] : undefined;
  if (node?.type !== "text" || !found) return [];
  node.value = node.value.replace(part, "");
  return [{ type: "text", value: found }];
}
