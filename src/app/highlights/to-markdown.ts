/** Marks as a Markdown document, for reading elsewhere. */
import { COLOUR_NAMES, type Mark } from "./mark.ts";

export interface MarkdownSection {
  readonly title: string;
  readonly address: string;
  /** In the order in which they are to be read. */
  readonly marks: readonly Mark[];
}

/** What Markdown would take for its own; dollars stay, formulas being written with them. */
const literal = (text: string): string =>
  text
    .split(/(\$[^$]+\$)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\`*_[\]<>#|~]/g, "\\$&")))
    .join("");

export function toMarkdown(sections: readonly MarkdownSection[]): string {
  const parts = ["# Highlights and notes"];
  for (const { title, address, marks } of sections) {
    parts.push(`## ${literal(title)}`, `<${address}>`);
    for (const { passage, colour, comment, created } of marks) {
      parts.push(
        `> ${literal(passage.exact)}`,
        `${COLOUR_NAMES[colour]}, ${created.slice(0, 10)}`,
        ...(comment ? [comment] : []),
      );
    }
  }
  return `${parts.join("\n\n")}\n`;
}
