/** What only the finished tree shows: formulas that KaTeX refused, ids used twice, links into the note that lead nowhere. */
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Context, SourceFile } from "../context.ts";
import { toText } from "../to-text.ts";

export function finalChecks(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const refused = file.messages.find(({ source }) => source === "rehype-katex");
    if (refused) {
      const reason = refused.cause instanceof Error ? refused.cause.message : String(refused.cause);
      file.fail(reason.replace(/^KaTeX parse error: /, "formula: "), refused.place as never);
    }
    const ids = new Set<string>();
    visit(tree, "element", (node) => {
      const { id } = node.properties;
      if (typeof id !== "string") return;
      if (ids.has(id)) file.fail(`two things are called “${id}”`, node.position);
      ids.add(id);
    });
    visit(tree, "element", (node) => {
      const { href } = node.properties;
      if (
        typeof href === "string" &&
        href.startsWith("#") &&
        !ids.has(decodeURIComponent(href.slice(1)))
      ) {
        file.fail(`the link ${href} leads nowhere in this note`, node.position);
      }
    });
    context.words = wordsOf(tree);
  };
}

/** Formulas, and what unfolds only when asked for. */
const notRead = (name: unknown): boolean =>
  name === "katex" || name === "claim-mark" || name === "claim-card";

function wordsOf(tree: Root): number {
  let words = 0;
  visit(tree, (node) => {
    if (node.type === "element" && [node.properties.className].flat().some(notRead)) return "skip";
    if (node.type === "text") words += toText(node).match(/\p{L}[\p{L}\p{N}’'-]*/gu)?.length ?? 0;
    return undefined;
  });
  return words;
}
