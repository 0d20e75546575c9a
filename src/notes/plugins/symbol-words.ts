/** `:sym[critic]{of="f_w"}`: a word that stands for a symbol, linked to its line in the table of notation. */
import type { Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { paperOf, type Context, type SourceFile } from "../context.ts";
import { symbolIds } from "../symbol-matcher.ts";
import { anchorOfSymbol } from "./paper-tables.ts";

export function symbolWords(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    visit(tree, "textDirective", (node) => {
      if (node.name !== "sym") return;
      const { symbols } = paperOf(context, file, node.position);
      const of = node.attributes?.of ?? "";
      const id =
        symbolIds(symbols)[symbols.findIndex(({ tex, also = [] }) => [tex, ...also].includes(of))];
      if (id === undefined) {
        const known = symbols.map(({ tex }) => tex).join(", ");
        file.fail(`paper.ts has no symbol “${of}” (known: ${known})`, node.position);
      }
      if (!context.notation)
        file.fail("a symbol is explained in the `::notation` of its note", node.position);
      node.data = {
        hName: "a",
        hProperties: {
          href: `#${anchorOfSymbol(id)}`,
          className: ["symbol-word"],
          dataSymbol: id,
        },
      };
    });
  };
}
