/** `:::equation{#eq-dual source="Eq. (2)"}` numbers a display formula; `:eq[eq-dual]` refers to it. */
import type { PhrasingContent, Root } from "mdast";
import { toText } from "../to-text.ts";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { anchor, box, text } from "../box.ts";
import type { Context, SourceFile } from "../context.ts";

export function equations(context: Context) {
  return (tree: Root, file: SourceFile): void => {
    const numbers = new Map<string, number>();
    visit(tree, "containerDirective", (node) => {
      if (node.name !== "equation") return;
      const id = node.attributes?.id;
      if (!id) file.fail("an equation needs an id: `:::equation{#eq-name}`", node.position);
      if (numbers.has(id)) file.fail(`two equations are called “${id}”`, node.position);
      const [formula, ...rest] = node.children;
      if (formula?.type !== ("math" as string) || rest.length > 0) {
        file.fail("an equation holds exactly one `$$` block", node.position);
      }
      const number = numbers.size + 1;
      numbers.set(id, number);
      const source = node.attributes?.source;
      node.data = { hName: "div", hProperties: { className: ["equation"], id } };
      const name = box("span", {}, [text(`(${number})`), anchor(id, `equation ${number}`)]);
      const label = source
        ? [name, box("span", { className: ["equation-source"] }, [text(source)])]
        : [name];
      node.children = [formula, box("div", { className: ["equation-number"] }, label)];
    });
    const { card } = context.frontMatter;
    if (card !== undefined && !numbers.has(card)) file.fail(noEquation(card, numbers));
    visit(tree, "textDirective", (node) => {
      if (node.name !== "eq") return;
      const id = toText(node);
      const number = numbers.get(id);
      if (number === undefined) {
        file.fail(noEquation(id, numbers), node.position);
      }
      node.data = { hName: "a", hProperties: { href: `#${id}`, className: ["equation-link"] } };
      node.children = [text(`equation ${number}`)] as PhrasingContent[];
    });
  };
}

const noEquation = (id: string, numbers: ReadonlyMap<string, number>): string =>
  `there is no equation “${id}” (known: ${[...numbers.keys()].join(", ") || "none"})`;
