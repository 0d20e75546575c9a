/** `::notation` and `::deviations`: what `paper.ts` declares, printed in the note, so that the two cannot disagree. */
import type { Properties } from "hast";
import type { PhrasingContent, Root, RootContent } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import type { Deviation, PaperSymbol } from "../../contract/paper.ts";
import { box, inline, text } from "../box.ts";
import { paperOf, type Context, type Parser, type SourceFile } from "../context.ts";
import { symbolIds } from "../symbol-matcher.ts";
import { anchorOf } from "../anchor-of.ts";

/** Where the table of notation explains a symbol. */
export const anchorOfSymbol = (id: string): string => `symbol-${id}`;

const FAITHFUL = "The demos of this note follow the paper; no deviation is declared.";
const NO_DEMO = "No model of this paper runs beside this note yet, so there is nothing to declare.";

export function paperTables(this: Parser, context: Context) {
  return (tree: Root, file: SourceFile): void => {
    visit(tree, "leafDirective", (node) => {
      if (node.name === "notation") {
        const { symbols } = paperOf(context, file, node.position);
        context.notation = true;
        node.data = { hName: "table", hProperties: { className: ["notation"] } };
        node.children = notation(this, symbols, context.demos) as never;
      }
      if (node.name === "deviations") {
        const { deviations } = paperOf(context, file, node.position);
        const none = deviations.length === 0;
        node.data = { hName: none ? "p" : "dl", hProperties: { className: ["deviations"] } };
        node.children = none
          ? [text(context.demos.length > 0 ? FAITHFUL : NO_DEMO)]
          : (deviations.map((one) => deviation(this, one, context.demos)) as never);
      }
    });
  };
}

const row = (
  tag: "th" | "td",
  cells: readonly (readonly RootContent[])[],
  properties: Properties = {},
): RootContent =>
  box(
    "tr",
    properties,
    cells.map((cell) => box(tag, tag === "th" ? { scope: "col" } : {}, cell)),
  );

function notation(
  parser: Parser,
  symbols: readonly PaperSymbol[],
  shown: readonly string[],
): RootContent[] {
  const ids = symbolIds(symbols);
  const rows = symbols.map(({ tex, name, meaning, shape, control }, i) => {
    const demo = shown.find((id) => control?.startsWith(`${anchorOf(id)}.`));
    const set = demo
      ? [
          text(" "),
          box("a", { href: `#${anchorOf(demo)}`, dataControl: control }, [
            text("Set it in the demo."),
          ]),
        ]
      : [];
    return row(
      "td",
      [
        inline(parser, `$${tex}$`),
        [
          box("strong", {}, [text(name)]),
          ...(shape ? [text(", "), box("code", {}, [text(shape)])] : []),
          text(": "),
          box("span", { className: ["meaning"] }, inline(parser, meaning)),
          ...set,
        ],
      ],
      // Cards of symbols are made of these rows.
      { id: anchorOfSymbol(ids[i]!) },
    );
  });
  return [
    box("thead", {}, [row("th", [[text("Symbol")], [text("Meaning")]])]),
    box("tbody", {}, rows),
  ];
}

function deviation(
  parser: Parser,
  { id, demo, paper, here, why }: Deviation,
  shown: readonly string[],
): RootContent {
  const name: PhrasingContent = text(anchorOf(demo));
  const part = (label: string, words: string): RootContent[] => [
    box("dt", {}, [text(label)]),
    box("dd", {}, inline(parser, words)),
  ];
  return box("div", { className: ["deviation"], id: `deviation-${id}` }, [
    ...part("The paper", paper),
    ...part("Here", here),
    ...part("Why", why),
    box("dt", {}, [text("Demo")]),
    box("dd", {}, [shown.includes(demo) ? box("a", { href: `#${anchorOf(demo)}` }, [name]) : name]),
  ]);
}
