/**
 * Cuts a note into what a search can find: its sections, remarks, equations, symbols, demos and references, each with the
 * anchor that a link to it needs. Works on the finished tree, so it reads what readers read.
 */
import type { Element, Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Context } from "../context.ts";
import { mathText } from "../math-text.ts";
import type { Passage } from "../note.ts";

/** Parts of the tree that say nothing of their own. */
const SILENT = new Set(["anchor", "back-links", "margin-switch", "margin-label", "equation-code"]);
const isControl = ({ tagName }: Element): boolean => /^(button|input|label)$/.test(tagName);
const isFootnoteMark = ({ properties }: Element): boolean =>
  "dataFootnoteRef" in properties || "dataFootnoteBackref" in properties;
const BLOCK = /^(p|li|ul|ol|dl|dt|dd|div|blockquote|table|tr|td|th|pre|section|br)$/;

const classes = (node: Element): unknown[] => [node.properties.className].flat();
const idOf = (node: Element): string => node.properties.id ?? "";

export function passages(context: Context) {
  return (tree: Root): void => {
    const found = context.passages;
    const { title, summary } = context.frontMatter;
    let section: Passage = { id: "", kind: "note", title, text: summary };
    let at = found.push(section) - 1;
    const add = (passage: Passage): string => {
      found.push(passage);
      return "";
    };

    /** The text of a node, less what makes a passage of its own. */
    function read(node: Nodes): string {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "children" in node ? readAll(node.children) : "";
      const names = classes(node);
      if (names.some((name) => SILENT.has(String(name))) || isControl(node) || isFootnoteMark(node))
        return "";
      if (names.includes("katex")) return formula(node);
      if (/^h[2-4]$/.test(node.tagName)) return heading(node);
      if (names.includes("margin-note")) return remark(node);
      if (names.includes("equation")) return equation(node);
      if (names.includes("notation")) return symbols(node);
      if (names.includes("references")) return references(node);
      const { dataDemo, dataForm } = node.properties;
      // A hero is found as the figure that it is the short form of.
      if (typeof dataDemo === "string") return dataForm === "hero" ? "" : demo(dataDemo, node);
      const text = readAll(node.children);
      return BLOCK.test(node.tagName) ? ` ${text} ` : text;
    }
    const readAll = (nodes: readonly Nodes[]): string => nodes.map(read).join("");
    const part = (node: Element, name: string): string => {
      const inside = find(node, name);
      return inside ? tidy(readAll(inside.children)) : "";
    };

    function heading(node: Element): string {
      const id = idOf(node);
      // The hidden heading of footnotes is no section of its own.
      if (id === "footnote-label") return "";
      close();
      section = { id, kind: "section", title: tidy(readAll(node.children)), text: "" };
      at = found.push(section) - 1;
      return "";
    }

    function remark(node: Element): string {
      const [name, claim, verdict] = ["margin-title", "margin-claim", "verdict"].map((each) =>
        part(node, each),
      );
      const words = [name && claim, verdict, part(node, "margin-body")].filter(Boolean);
      return add({
        id: idOf(node),
        kind: "remark",
        title: name || claim || section.title,
        text: words.join(". "),
      });
    }

    function equation(node: Element): string {
      const number = /\((\d+)\)/.exec(part(node, "equation-number"))?.[1] ?? "";
      const source = part(node, "equation-source");
      const display = find(node, "katex");
      return add({
        id: idOf(node),
        kind: "equation",
        title: `Equation ${number}${source ? `: ${source}` : ""}`,
        text: display ? formula(display) : "",
      });
    }

    function symbols(table: Element): string {
      visit(table, "element", (row) => {
        if (row.tagName !== "tr") return;
        const [sign, meaning] = row.children.filter((cell) => cell.type === "element");
        if (!sign || !meaning || sign.tagName === "th") return;
        // A link at its end leads to the setting: it is no part of the meaning.
        const words = meaning.children.filter(
          (child) => child.type !== "element" || child.tagName !== "a",
        );
        const [name, ...rest] = tidy(readAll(words)).split(": ");
        const symbol = tidy(read(sign));
        add({
          id: idOf(row) || section.id,
          kind: "symbol",
          title: name!,
          symbol,
          text: rest.join(": "),
        });
      });
      return "";
    }

    function references(list: Element): string {
      for (const item of list.children) {
        if (item.type !== "element") continue;
        const work = item.children.find(
          (node) => node.type === "element" && /^(a|em)$/.test(node.tagName),
        );
        const name = work ? tidy(read(work)) : "";
        const text = tidy(readAll(item.children.filter((node) => node !== work)));
        // The title stood between two full stops.
        add({
          id: idOf(item),
          kind: "reference",
          title: name,
          text: text.replace(/\.\s*\.( |$)/, ".$1"),
        });
      }
      return "";
    }

    function demo(id: string, node: Element): string {
      const facts = context.sources.demoFacts[id];
      const settings = facts?.settings.map(({ label, help }) => `${label}: ${help}`) ?? [];
      return add({
        id: idOf(node),
        kind: "demo",
        title: facts?.question ?? id,
        text: [
          `Fig. ${String(node.properties.dataNumber)}.`,
          facts && `${facts.title}.`,
          ...settings,
        ]
          .filter(Boolean)
          .join(" "),
      });
    }

    /** Ends a section: what has been read since its heading is its text. */
    function close(): void {
      found[at] = { ...section, text: tidy(`${section.text} ${text.splice(0).join("")}`) };
    }

    const text: string[] = [];
    for (const node of tree.children) text.push(read(node));
    close();
  };
}

function find(node: Element, name: string): Element | undefined {
  let found: Element | undefined;
  visit(node, "element", (inner) => {
    if (!classes(inner).includes(name)) return true;
    found = inner;
    return false;
  });
  return found;
}

function formula(node: Element): string {
  let text = "";
  visit(node, "element", (inner) => {
    if (inner.tagName === "math") text = mathText(inner);
  });
  return text;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?)])/g, "")
    .trim();
