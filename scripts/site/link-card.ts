/** The picture that stands for a page or a section where links to it are shown: what is on it, and as HTML. */
import { createHash } from "node:crypto";
import katex from "katex";
import { compileNote } from "../../src/notes/compile.ts";
import type { Note, Sources } from "../../src/notes/note.ts";
import { SENTENCE } from "../../src/app/pages/sentence.ts";
import { CARD } from "./head.ts";
import { escaped } from "./escaped.ts";

export interface Card {
  /** Of the file in public/cards, without `.jpg`: `"draw"`, `"draw/the-loss"`. */
  readonly name: string;
  readonly html: string;
  /** Changes when the picture would. */
  readonly hash: string;
}

interface Content {
  readonly name: string;
  readonly title: string;
  /** Below the title. */
  readonly line: string;
  /** TeX; the site's mark stands in its place. */
  readonly equation: string | null;
}

/** Cards of all pages and sections, from the text of the notes by slug. */
export function cardsOf(notes: Readonly<Record<string, string>>, sources: Sources): Card[] {
  const compiled = Object.entries(notes).flatMap(([slug, text]) =>
    contentsOf(compileNote(`notes/${slug}.md`, text, sources)),
  );
  const home = { name: "home", title: "Live Paper Notes", line: SENTENCE, equation: null };
  return [home, ...compiled].map((content) => {
    const html = cardHtml(content);
    const hash = createHash("sha256").update(html).digest("hex").slice(0, 16);
    return { name: content.name, html, hash };
  });
}

/** Of a note and its sections, which show an equation of their own if they have one. */
function contentsOf({ meta, cardEquation, sections }: Note): Content[] {
  const { slug, title, paper, summary } = meta;
  const line = paper ? `A note on the paper by ${listed(paper.authors)}, ${paper.venue}` : summary;
  return [
    { name: slug, title, line, equation: shown(cardEquation) },
    ...sections.map(({ id, text, equation }) => ({
      name: `${slug}/${id}`,
      title: text,
      line: paper ? `In the note on ${title}` : `In “${title}”`,
      equation: shown(equation ?? cardEquation),
    })),
  ];
}

/** On a card an equation is no part of a sentence. */
const shown = (equation: string | null): string | null =>
  equation?.replace(/[.,;](?=\s*(?:\\end\{\w+\}\s*)?$)/, "") ?? null;

/** Names stay in one piece; of many, the first. */
function listed(authors: readonly string[]): string {
  const names = authors.map((name) => name.replaceAll(" ", "\u00a0"));
  if (names.length > 4) return `${names[0]} et al.`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join();
}

const font = (family: string, file: string): string =>
  `@font-face{font-family:"${family}";font-weight:100 900;src:url("/node_modules/@fontsource-variable/${file}-latin-wght-normal.woff2")}`;

const STYLE = `
${font("Source Serif 4 Variable", "source-serif-4/files/source-serif-4")}
${font("Inter Variable", "inter/files/inter")}
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; }
body { width: ${CARD.width}px; height: ${CARD.height}px; padding: 64px 80px; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink); border-top: 14px solid var(--accent); }
header { display: flex; align-items: center; gap: 18px; font: 600 28px var(--sans); color: var(--ink-soft); }
h1 { margin-top: 44px; font: 500 78px/1.08 var(--serif); letter-spacing: -0.02em; text-wrap: balance; }
p { margin-top: 22px; max-width: 960px; font: 400 29px/1.4 var(--sans); color: var(--ink-soft); text-wrap: pretty; }
figure { flex: 1; display: flex; align-items: end; min-height: 0; }
figure > div { transform-origin: 0 100%; width: max-content; font-size: 40px; }
.katex-display { margin: 0; text-align: left; }
.mark-text, .mark-curve { fill: none; stroke-width: 2; stroke-linecap: round; }
.mark-text { stroke: var(--rule-strong); }
.mark-curve { stroke: var(--data-made); }
`;

const mark = (height: number): string =>
  `<svg viewBox="0 0 22 16" height="${height}"><path class="mark-text" d="M1 2h20M1 14h8"/><path class="mark-curve" d="M1 9c3.4 0 3.8-3.6 6.7-3.6s3.3 6 6.6 6S17.8 9 21 9"/></svg>`;

function cardHtml({ title, line, equation }: Content): string {
  const picture =
    equation === null
      ? mark(150)
      : katex.renderToString(equation, { displayMode: true, output: "html" });
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="/src/ui/tokens.css">
<link rel="stylesheet" href="/node_modules/katex/dist/katex.min.css">
<style>${STYLE}</style>
<header>${mark(32)} Live Paper Notes</header>
<h1>${escaped(title)}</h1>
<p>${escaped(line)}</p>
<figure><div>${picture}</div></figure>
`;
}
