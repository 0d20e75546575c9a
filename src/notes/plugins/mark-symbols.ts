/**
 * Tells KaTeX which parts of a formula are letters of the paper: in the HTML they carry `data-symbol`. Machines still read
 * each formula as its author wrote it.
 */
import type { Element, ElementContent, Root } from "hast";
import katex, { type KatexOptions } from "katex";
import { SKIP, visit } from "unist-util-visit";
import { paperSymbolsOf, type Context, type SourceFile } from "../context.ts";
import { marked, symbolMatcher, type Matches } from "../symbol-matcher.ts";
import { toText } from "../to-text.ts";

/** Nothing beyond LaTeX but the attributes that this plugin writes. */
export const KATEX: KatexOptions = {
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
  trust: ({ command }) => command === "\\htmlData",
};

const isSource = (node: Element): boolean =>
  [node.properties.className].flat().some((name) => /^math-(?:inline|display)$/.test(String(name)));

/** @param formulas filled with the sources, in their order */
export function markSymbols(context: Context, formulas: string[]) {
  return (tree: Root, file: SourceFile): void => {
    const find = matcher(paperSymbolsOf(context), file);
    visit(tree, "element", (node) => {
      if (!isSource(node)) return undefined;
      const tex = toText(node);
      formulas.push(tex);
      const { found } = find(tex);
      // KaTeX's complaint about a formula should quote what its author wrote.
      if (found.length > 0 && isAccepted(tex))
        node.children = [{ type: "text", value: marked(tex, found) }];
      return SKIP;
    });
  };
}

function matcher(
  symbols: Parameters<typeof symbolMatcher>[0],
  file: SourceFile,
): (tex: string) => Matches {
  try {
    return symbolMatcher(symbols);
  } catch (error) {
    return file.fail(`paper.ts: ${(error as Error).message}`);
  }
}

function isAccepted(tex: string): boolean {
  try {
    katex.renderToString(tex, { strict: "error", output: "mathml" });
    return true;
  } catch {
    return false;
  }
}

/**
 * After KaTeX: puts the sources back where it copied what it was given, takes the space before a relation out of the
 * symbol that it follows, so that only the letter lights up, and leaves out what says nothing: more than half of the
 * elements of a long page are those of its formulas.
 */
export function finishFormulas(formulas: readonly string[]) {
  return (tree: Root): void => {
    let i = 0;
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName === "annotation")
        node.children = [{ type: "text", value: formulas[i++] ?? toText(node) }];
      // HTML needs no name space.
      if (node.tagName === "math") delete node.properties.xmlns;
      if (node.tagName === "mrow" && node.children.length === 1 && parent) {
        parent.children[index!] = node.children[0]!;
        return index;
      }
      const last = node.children.at(-1);
      if (node.properties.dataSymbol !== undefined && last && isSpace(last) && parent) {
        node.children.pop();
        parent.children.splice(index! + 1, 0, last);
      }
      return undefined;
    });
  };
}

const isSpace = (node: ElementContent): node is Element =>
  node.type === "element" && [node.properties.className].flat().includes("mspace");
