/** One style sheet a page: each sheet that holds up the first paint costs a slow connection a round trip of its own. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileAt } from "./file-at.ts";
import { sitePath } from "../../src/app/site-path.ts";

const SHEET = /<link rel="stylesheet" crossorigin href="([^"]+)">/g;

/**
 * Joins the sheets that a page links, in their order, to a file of the build. Their own links stay, disabled, which no browser
 * fetches: Vite looks for them before it loads the styles of a late part.
 */
export function withOneSheet(html: string, dist: string): string {
  const sheets = [...new Set([...html.matchAll(SHEET)].map(([, href]) => href!))];
  if (sheets.length < 2) return html;
  const text = sheets.map((href) => readFileSync(fileAt(dist, href), "utf8")).join("\n");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const name = sitePath(`/assets/page-${hash}.css`);
  writeFileSync(fileAt(dist, name), text);
  const [first] = sheets;
  const linked = new Set<string>();
  return html.replace(SHEET, (_, href: string) => {
    // Several parts may bring it.
    if (linked.has(href)) return "";
    linked.add(href);
    const joined = `<link rel="stylesheet" disabled href="${href}">`;
    return href === first ? `<link rel="stylesheet" href="${name}">${joined}` : joined;
  });
}
