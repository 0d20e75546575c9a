/** Code as HTML: a line each with its anchor, coloured by classes, because the page's policy allows no inline styles. */
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import typescript from "shiki/langs/typescript.mjs";

/** A part of a text that is a link. */
export interface CodeLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  readonly label: string;
}

const THEME = createCssVariablesTheme({ name: "classes", variablePrefix: "--" });
/** The theme's colours are names of variables: `var(--token-comment)`. */
const NAME = /^var\(--token-([a-z-]+)\)$/;

let ready: Promise<HighlighterCore> | undefined;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * @param idOf the anchor of a line, counted from 1
 * @param links in the order of the text
 */
export async function highlight(
  text: string,
  idOf: (line: number) => string,
  links: readonly CodeLink[],
): Promise<string> {
  ready ??= createHighlighterCore({
    langs: [typescript],
    themes: [THEME],
    engine: createOnigurumaEngine(import("shiki/wasm")),
  });
  const shiki = await ready;
  const { tokens } = shiki.codeToTokens(text.replace(/\n$/, ""), {
    lang: "typescript",
    theme: THEME.name!,
  });
  const lines = tokens.map((line, i) => {
    const parts = line.map(({ content, color, offset }) => token(content, color, offset, links));
    return `<span class="line" id="${idOf(i + 1)}">${parts.join("")}</span>\n`;
  });
  return lines.join("");
}

function token(
  content: string,
  color: string | undefined,
  offset: number,
  links: readonly CodeLink[],
): string {
  const name = NAME.exec(color ?? "")?.[1];
  const html = linked(content, offset, links);
  return name ? `<span class="tok-${name}">${html}</span>` : html;
}

/** Links lie within one token: a comment's line is one. */
function linked(content: string, offset: number, links: readonly CodeLink[]): string {
  let html = "";
  let end = 0;
  for (const { href, label, ...link } of links) {
    const [from, to] = [link.start - offset, link.end - offset];
    if (from < end || to > content.length) continue;
    html += escaped(content.slice(end, from));
    html += `<a href="${escaped(href)}" title="${escaped(label)}">${escaped(content.slice(from, to))}</a>`;
    end = to;
  }
  return html + escaped(content.slice(end));
}
