/** The first sentence below each heading, as plain text: what a link to the section shows elsewhere. */
import type { ElementContent, Root, RootContent } from "hast";
import type { Context } from "../context.ts";

type Node = RootContent | ElementContent;
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

export function leads(context: Context) {
  return (tree: Root): void => {
    let open: string[] = [];
    for (const node of tree.children) {
      if (node.type !== "element") continue;
      if (/^h[2-6]$/.test(node.tagName)) {
        // A heading right below another shares its sentence with it.
        open = [...open, String(node.properties.id)];
      } else if (open.length > 0) {
        const lead = node.tagName === "p" ? firstSentence(spoken(node)) : "";
        for (const id of open) context.leads.set(id, lead);
        open = [];
      }
    }
  };
}

function firstSentence(text: string): string {
  const [first] = sentences.segment(text.replace(/\s+/g, " ").trim());
  return first?.segment.trim() ?? "";
}

/** Text with formulas in the characters of their MathML, once. */
function spoken(node: Node): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || node.tagName === "annotation") return "";
  if ([node.properties.className].flat().includes("katex-html")) return "";
  return node.children.map(spoken).join("");
}
