/** Turns the quotes and apostrophes of a keyboard into those of print. */
import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

const KEPT = new Set(["code", "pre", "annotation"]);

/** `within` says that something stands before the text, so that a quote at its beginning closes. */
function quoted(text: string, within = false): string {
  const opens = within ? /(?<=[\s([{–—])/ : /(?<=^|[\s([{–—])/;
  return text
    .replace(new RegExp(`${opens.source}"`, "g"), "“")
    .replaceAll('"', "”")
    .replace(new RegExp(`${opens.source}'`, "g"), "‘")
    .replaceAll("'", "’");
}

export function typography() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === "element" && KEPT.has(node.tagName)) return SKIP;
      if (node.type === "text" && parent?.type === "element") {
        const classes = [parent.properties.className].flat();
        if (!classes.includes("math-inline")) node.value = quoted(node.value, index !== 0);
      }
      return undefined;
    });
  };
}
