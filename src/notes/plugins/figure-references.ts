/** `:fig[ring]`, or a link without words, `[](#ring)`: a figure's number in the text, which leads to it. */
import type { PhrasingContent, Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { figureName } from "../../contract/figure-place.ts";
import { text } from "../box.ts";
import type { Context, SourceFile } from "../context.ts";
import { toText } from "../to-text.ts";

export function figureReferences({ figures }: Context) {
  return (tree: Root, file: SourceFile): void => {
    const known = figures.map(({ id }) => id).join(", ") || "none";
    const wordsOf = (id: string, place: Parameters<SourceFile["fail"]>[1]): PhrasingContent[] => {
      const figure = figures.find((each) => each.id === id);
      if (!figure) file.fail(`there is no figure “${id}” (known: ${known})`, place);
      return [text(figureName(figure.number))];
    };
    visit(tree, "textDirective", (node) => {
      if (node.name !== "fig") return;
      const id = toText(node);
      node.data = { hName: "a", hProperties: { href: `#${id}`, className: ["figure-link"] } };
      node.children = wordsOf(id, node.position);
    });
    visit(tree, "link", (node) => {
      if (node.children.length > 0 || !node.url.startsWith("#")) return;
      node.data = { hProperties: { className: ["figure-link"] } };
      node.children = wordsOf(node.url.slice(1), node.position);
    });
  };
}
