/**
 * What only the finished tree shows: formulas that KaTeX refused or wrote as broken MathML, ids used twice, links into the note
 * that lead nowhere.
 */
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Context, SourceFile } from "../context.ts";
import { toText } from "../to-text.ts";

/** How many parts these elements of MathML have. */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mover: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  msubsup: 3,
  munderover: 3,
};

export function finalChecks(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const refused = file.messages.find(({ source }) => source === "rehype-katex");
    if (refused) {
      const reason = refused.cause instanceof Error ? refused.cause.message : String(refused.cause);
      file.fail(reason.replace(/^KaTeX parse error: /, "formula: "), refused.place as never);
    }
    visit(tree, { tagName: "math" }, (math) => checkParts(math, file));
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

/** KaTeX 0.16 puts an invisible sign behind a function's name, also where it is alone: `K_{\\max}` has three parts then. */
function checkParts(math: Element, file: SourceFile): void {
  visit(math, "element", ({ tagName, children }) => {
    if (children.length === (PARTS[tagName] ?? children.length)) return;
    let tex = "";
    visit(math, { tagName: "annotation" }, (annotation) => {
      tex = toText(annotation);
    });
    file.fail(
      `the formula ${tex} has an element <${tagName}> of ${children.length} parts: name a function within an index with \\text`,
    );
  });
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
