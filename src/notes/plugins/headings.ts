/**
 * Collects the outline (h2 and h3), with the figures below each heading, and gives each heading a visible link to itself. Ids
 * come from rehype-slug.
 */
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Context, SourceFile } from "../context.ts";
import { toText } from "../to-text.ts";

export function headings(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    visit(tree, "element", (node) => {
      if (node.tagName === "h1")
        file.fail("the title is in the front matter: begin sections with `##`", node.position);
      const section = context.outline.at(-1);
      if (node.properties.dataDemo !== undefined && section) {
        context.outline[context.outline.length - 1] = { ...section, figures: section.figures + 1 };
      }
      // The hidden heading that remark-gfm puts above footnotes is no section.
      if (!/^h[2-4]$/.test(node.tagName) || node.properties.id === "footnote-label") return;
      const text = toText(node);
      const id = String(node.properties.id);
      if (node.tagName !== "h4")
        context.outline.push({ id, text, depth: node.tagName === "h2" ? 2 : 3, figures: 0 });
      node.children.push({
        type: "element",
        tagName: "a",
        properties: {
          className: ["anchor"],
          href: `#${id}`,
          ariaLabel: `Link to the section “${text}”`,
        },
        children: [{ type: "text", value: "#" }],
      });
    });
  };
}
