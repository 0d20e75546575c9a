/** `:cite[key]{at="§4.2"}` and `::references`. */
import type { ListItem, Paragraph, PhrasingContent, Root } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { box, text } from "../box.ts";
import type { Context, SourceFile } from "../context.ts";
import type { Reference } from "../note.ts";
import { labelOf, linkOf, sourceOf } from "../reference-text.ts";
import { toText } from "../to-text.ts";

const anchor = (key: string): string => `ref-${key}`;

/** Author and year of each cited work; two works that would read alike get letters: 2017a, 2017b. */
export function labelsOf(
  references: Readonly<Record<string, Reference>>,
  keys: Iterable<string>,
): Map<string, string> {
  const alike = new Map<string, string[]>();
  for (const key of [...new Set(keys)].sort()) {
    const label = labelOf(references[key]!);
    alike.set(label, [...(alike.get(label) ?? []), key]);
  }
  return new Map(
    [...alike].flatMap(([label, same]) =>
      same.map((key, i): [string, string] => [
        key,
        same.length > 1 ? label + "abcdefghij"[i] : label,
      ]),
    ),
  );
}

export function citations(context: Context) {
  const { references } = context.sources;
  return (tree: Root, file: SourceFile): void => {
    const uses = new Map<string, number>();
    const each = (act: (key: string, node: CiteNode) => void): void =>
      visit(tree, "textDirective", (node) => {
        if (node.name === "cite") act(toText(node), node);
      });

    each((key, node) => {
      if (!Object.hasOwn(references, key)) {
        file.fail(
          `unknown citation “${key}”: add it to notes/references.json`,
          node.position as never,
        );
      }
      uses.set(key, 0);
    });
    const labels = labelsOf(references, uses.keys());
    each((key, node) => {
      const count = uses.get(key)! + 1;
      uses.set(key, count);
      const at = node.attributes?.at;
      node.data = {
        hName: "span",
        hProperties: { className: ["cite"], id: `cite-${key}-${count}` },
      };
      node.children = [
        text("("),
        { type: "link", url: `#${anchor(key)}`, children: [text(labels.get(key)!)] },
        text(at ? `, ${at})` : ")"),
      ];
    });

    let listed = false;
    visit(tree, "leafDirective", (node) => {
      if (node.name !== "references") return;
      listed = true;
      const keys = [...uses.keys()].sort((a, b) =>
        labels.get(a)!.localeCompare(labels.get(b)!, "en"),
      );
      for (const key of keys) context.cited.push(key);
      node.data = { hName: "div", hProperties: { className: ["sources"] } };
      node.children = [
        box(
          "ul",
          { className: ["references"] },
          keys.map((key) => item(key, references[key]!, uses.get(key)!, labels.get(key)!)),
        ),
        box("p", { className: ["ref-actions"] }, [
          bibtexButton("", "file", "Download all as BibTeX", "of this note"),
        ]),
      ] as never;
    });
    if (uses.size > 0 && !listed) file.fail("the note cites works but has no `::references`");
  };
}

interface CiteNode {
  attributes?: Record<string, string | null | undefined> | null;
  children: PhrasingContent[];
  data?: object;
  position?: object;
}

/** Works only with our script, which fetches the entries when it is pressed. An empty key stands for all of the note. */
const bibtexButton = (key: string, to: "clipboard" | "file", words: string, of: string) =>
  box("button", { type: "button", dataBib: key, dataBibTo: to, ariaLabel: `${words} ${of}` }, [
    text(words),
  ]);

function item(key: string, reference: Reference, uses: number, label: string): ListItem {
  const url = linkOf(reference);
  const title = box(url ? "a" : "em", { className: ["ref-title"], ...(url ? { href: url } : {}) }, [
    text(reference.title),
  ]);
  const back = Array.from({ length: uses }, (_, i) =>
    box("a", { href: `#cite-${key}-${i + 1}`, ariaLabel: `Back to citation ${i + 1}` }, [
      text("↩"),
    ]),
  );
  const { before, after } = sourceOf(reference);
  const part = (name: string, words: string): Paragraph[] =>
    words ? [box("span", { className: [name] }, [text(words)])] : [];
  return box("li", { id: anchor(key) }, [
    ...part("ref-by", before),
    title,
    text(/[.?!]$/.test(reference.title) ? "" : "."),
    ...part("ref-in", after),
    text("\u00a0"),
    box("span", { className: ["back-links"] }, back),
    text(" "),
    box("span", { className: ["ref-actions"] }, [
      bibtexButton(key, "clipboard", "Copy BibTeX", `of ${label}`),
      bibtexButton(key, "file", "Download", `BibTeX of ${label}`),
    ]),
  ]) as unknown as ListItem;
}
