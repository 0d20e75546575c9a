/**
 * Turns each distinct inline style (KaTeX writes thousands) into a class named after it, because the page's content
 * security policy lets no `style` attribute through. The rules travel in one style sheet.
 */
import { createHash } from "node:crypto";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Context } from "../context.ts";

/** Same declarations, same name, in every note and build. */
const classOf = (style: string): string =>
  `k${createHash("sha256").update(style).digest("hex").slice(0, 8)}`;

export function hoistStyles(context: Context) {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      const { style, align } = node.properties;
      const classNames = [node.properties.className ?? []].flat().map(String);
      if (typeof style === "string") {
        const name = classOf(style);
        context.styles.set(name, style);
        node.properties.className = [...classNames, name];
        delete node.properties.style;
      }
      // React would write the alignment of table cells as an inline style.
      if (typeof align === "string") {
        node.properties.className = [...classNames, `align-${align}`];
        delete node.properties.align;
      }
    });
  };
}
