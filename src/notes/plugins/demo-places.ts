/** `::demo{id="wgan/ring"}`: the place where a figure mounts. */
import type { Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { anchorOf } from "../anchor-of.ts";
import type { Context, SourceFile } from "../context.ts";

export function demos(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    visit(tree, "leafDirective", (node) => {
      if (node.name !== "demo") return;
      const id = node.attributes?.id ?? "";
      if (!context.sources.demos.includes(id)) {
        const known = context.sources.demos.join(", ") || "none";
        file.fail(`there is no demo “${id}” (known: ${known})`, node.position);
      }
      context.demos.push(id);
      node.data = {
        hName: "figure",
        hProperties: { className: ["demo"], dataDemo: id, id: anchorOf(id) },
      };
    });
  };
}
