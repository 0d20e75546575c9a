/** What is left after the other plugins: a misspelt directive is an error, a colon in running text is just text. */
import type { Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import type { SourceFile } from "../context.ts";
import { text } from "../box.ts";

const KNOWN =
  "demo, fig, set, claim, margin, cite, equation, eq, sym, deviations, notation, references";

export function otherDirectives() {
  return (tree: Root, file: SourceFile): void => {
    visit(tree, (node, index, parent) => {
      const isDirective =
        node.type === "textDirective" ||
        node.type === "leafDirective" ||
        node.type === "containerDirective";
      if (!isDirective || node.data?.hName) return;
      const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
      // "10:30" or "note:this" reads as a text directive without label or attributes.
      if (node.type === "textDirective" && bare && parent && index !== undefined) {
        parent.children[index] = text(`:${node.name}`) as never;
        return;
      }
      file.fail(`unknown directive “${node.name}” (known: ${KNOWN})`, node.position);
    });
  };
}
