/**
 * `:::margin{claim="…" verdict="partly"}`: a remark beside the text. It becomes an `<aside>` that the style sheet sets in
 * the margin where there is one; on narrow screens a check box (no script) unfolds it below its paragraph.
 */
import type { PhrasingContent, Root, RootContent } from "mdast";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { anchor, box, inline, text } from "../box.ts";
import type { Context, Parser, SourceFile } from "../context.ts";

const VERDICTS: Readonly<Record<string, string>> = {
  right: "Right",
  partly: "Partly right",
  wrong: "Wrong",
  open: "Open",
};
/** `fact` names the claims of the paper's fact sheet that a note answers: it is for the tests, and not printed. */
const KNOWN = ["id", "claim", "verdict", "title", "fact"];

export function marginNotes(this: Parser, _context: Context) {
  return (tree: Root, file: SourceFile): void => {
    let count = 0;
    visit(tree, "containerDirective", (node, _index, parent) => {
      if (node.name !== "margin") return;
      const attributes = node.attributes ?? {};
      const { claim, verdict, title, fact } = attributes;
      const unknown = Object.keys(attributes).find((name) => !KNOWN.includes(name));
      if (unknown)
        file.fail(`a margin note has no “${unknown}” (known: ${KNOWN.join(", ")})`, node.position);
      if (parent?.type !== "root")
        file.fail(
          "a margin note stands between paragraphs, not inside a list or quote",
          node.position,
        );
      if (verdict && !Object.hasOwn(VERDICTS, verdict)) {
        file.fail(
          `unknown verdict “${verdict}” (known: ${Object.keys(VERDICTS).join(", ")})`,
          node.position,
        );
      }
      count += 1;
      const id = attributes.id ?? `margin-${count}`;
      node.data = {
        hName: "aside",
        hProperties: {
          className: ["margin-note"],
          id,
          role: "note",
          ...(fact ? { dataFact: fact } : {}),
          ariaLabel: title ?? claim ?? `Remark ${count}`,
        },
      };
      node.children = [
        heading(this, id, { claim, verdict, title }),
        ...switchOf(id, title ?? claim ?? "margin note"),
        box("div", { className: ["margin-body"] }, node.children),
      ] as typeof node.children;
    });
  };
}

function heading(
  parser: Parser,
  id: string,
  { claim, verdict, title }: Record<"claim" | "verdict" | "title", string | null | undefined>,
): RootContent {
  const parts: PhrasingContent[] = [];
  const link = [text(" "), anchor(id, "this remark")];
  if (title) {
    const words = [...inline(parser, title), ...link];
    parts.push(box("strong", { className: ["margin-title"] }, words) as never);
  }
  if (claim) {
    parts.push(box("span", { className: ["margin-claim"] }, inline(parser, claim)) as never);
  }
  if (!title) parts.push(...link);
  if (verdict) {
    // The word itself carries the verdict; the class only adds colour.
    parts.push(
      box("span", { className: ["verdict", `verdict-${verdict}`] }, [
        text(VERDICTS[verdict]!),
      ]) as never,
    );
  }
  return box("p", { className: ["margin-head"] }, parts);
}

function switchOf(id: string, name: string): RootContent[] {
  const control = `${id}-open`;
  return [
    box(
      "input",
      {
        type: "checkbox",
        id: control,
        className: ["margin-switch"],
        ariaLabel: `Show the note: ${name}`,
      },
      [],
    ),
    box("label", { htmlFor: [control], className: ["margin-label"], ariaHidden: "true" }, []),
  ];
}
