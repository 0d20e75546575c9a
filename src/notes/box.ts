/** Builders of Markdown nodes that become a given HTML element. */
import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Properties } from "hast";
import type { Parser } from "./context.ts";

/** A node that becomes `<tag …properties>children</tag>`. Typed as a paragraph, so that it fits wherever blocks do. */
export function box(
  tag: string,
  properties: Properties,
  children: readonly RootContent[],
): Paragraph {
  const node = { type: "box", data: { hName: tag, hProperties: properties }, children };
  return node as unknown as Paragraph;
}

export const text = (value: string): PhrasingContent => ({ type: "text", value });

/** The visible link of a place to itself; a click also copies it. */
export const anchor = (id: string, of: string): PhrasingContent =>
  box("a", { className: ["anchor"], href: `#${id}`, ariaLabel: `Link to ${of}` }, [
    text("#"),
  ]) as never;

/** The inline content of a short Markdown text: `"a batch of $m$ points"`. */
export function inline(parser: Parser, markdown: string): PhrasingContent[] {
  const [first] = parser.parse(markdown).children;
  return first && "children" in first ? (first.children as PhrasingContent[]) : [text(markdown)];
}
