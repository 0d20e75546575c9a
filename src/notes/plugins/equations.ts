/**
 * `:::equation{#eq-dual source="Eq. (2)"}` numbers a display formula; `:eq[eq-dual]` refers to it. Where the code of one of
 * the note's demos names the same place of the paper, the equation links there.
 */
import type { PhrasingContent, Root } from "mdast";
import { toText } from "../to-text.ts";
import type {} from "remark-directive";
import { visit } from "unist-util-visit";
import { anchor, box, text } from "../box.ts";
import { codePath, lineId } from "../code-links.ts";
import type { Context, SourceFile } from "../context.ts";
import { placesOfSource } from "../paper-places.ts";

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
      const paper = context.sources.papers[context.frontMatter.paper ?? ""];
      const places = source && paper ? placesOfSource(source, paper.version) : [];
      context.equations.push({ id, number, places });
      const label = [
        name,
        ...(source ? [box("span", { className: ["equation-source"] }, [text(source)])] : []),
        ...inTheCode(context, places),
      ];
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

/** A link to the first line of code that names one of the places; the program itself is asked last. */
function inTheCode({ demos, sources }: Context, places: readonly string[]): PhrasingContent[] {
  for (const demo of demos) {
    const mentions = sources.code[demo] ?? [];
    const named = mentions
      .filter((mention) => mention.places.some((place) => places.includes(place)))
      .toSorted((a, b) => Number(a.file.includes("/")) - Number(b.file.includes("/")));
    const [first] = named;
    if (!first) continue;
    const href = `${codePath(demo)}#${lineId(demo, first.file, first.line)}`;
    const label = `in the code: ${first.file}, line ${first.line}`;
    return [
      box("a", { className: ["equation-code"], href, ariaLabel: label }, [
        text("in the code"),
      ]) as never,
    ];
  }
  return [];
}
