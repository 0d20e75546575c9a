/** Keeps a short formula in one line, with the comma after it and the bracket before it: to a browser it is a box. */
import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { toText } from "../to-text.ts";

/** Longer formulas must stay free to break at their relations. Letters, counted in formula and TeX source together. */
const SHORT = 90;
/** With nothing at its sides, only a very short one is kept whole: q(c | D). */
const VERY_SHORT = 60;
const TOGETHER = ["together"];
const hasClass = (node: Element, name: string): boolean =>
  [node.properties.className].flat().includes(name);
const isFormula = (node: ElementContent): boolean =>
  node.type === "element" && hasClass(node, "katex");

/** KaTeX makes a box of what stands between two places where a line may break. */
const breaks = (formula: ElementContent): boolean => {
  let boxes = 0;
  visit(formula, "element", (node) => {
    if (hasClass(node, "base")) boxes += 1;
  });
  return boxes > 1;
};

export function gluePunctuation() {
  return (tree: Root): void => {
    visit(tree, "element", (parent) => {
      if (isFormula(parent) || hasClass(parent, "katex-display")) return SKIP;
      if (parent.properties.className === TOGETHER) return SKIP;
      for (let i = 0; i < parent.children.length; i += 1) {
        const formula = parent.children[i]!;
        if (!isFormula(formula)) continue;
        const { length } = toText(formula);
        if (length > SHORT) continue;
        const before = take(parent, i - 1, /[([“"]+$/);
        const after = take(parent, i + 1, /^[.,;:!?)\]’”"–-]+/);
        const alone = before.length + after.length === 0;
        if (alone && (length > VERY_SHORT || !breaks(formula))) continue;
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
