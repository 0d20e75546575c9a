/** Fills the page that `vite build` wrote with what a page of the site has of its own. */
import { INLINE, META_CSP } from "./csp.ts";
import { escaped } from "./escaped.ts";

export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** Content of the root element. */
  readonly html: string;
  /** Links that should be found first. */
  readonly first?: string;
  /** Further elements of the head. */
  readonly head?: string;
}

export function fillTemplate(
  template: string,
  { title, description, html, first = "", head = "" }: PageParts,
): string {
  return fill(template, [
    [
      /<meta charset="utf-8" ?\/?>/,
      (found) =>
        `${found}<meta http-equiv="Content-Security-Policy" content="${META_CSP}">${first}`,
    ],
    [/<script src="[^"]*\/theme\.js"><\/script>/, () => `<script>${INLINE.theme}</script>`],
    [/<\/head>/, (found) => head + found],
    [/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`],
    [/(<meta name="description" content=")"/, (_, start) => `${start}${escaped(description)}"`],
    [/<div id="root"><\/div>/, () => `<div id="root">${html}</div>`],
  ]);
}

/** The template for pages whose scripts start after the first paint; a browser asks for `link[data-late]` only then. */
export const textFirst = (template: string): string =>
  fill(template, [
    [
      /<script type="module"[^>]* src="([^"]+)"><\/script>/,
      (_, src) =>
        `<script>${INLINE.linkedFigures}</script><script>${INLINE.afterPaint}</script><link data-late data-entry crossorigin href="${src}">`,
    ],
  ]);

/** The template for pages that are served as they are: styles, but no script beyond the one that knows the theme. */
export const withoutScripts = (template: string): string =>
  fill(template, [[/<script type="module"[^>]*><\/script>/, () => ""]]).replace(
    /<link rel="modulepreload"[^>]*>/g,
    "",
  );

type Replacement = readonly [RegExp, (...found: string[]) => string];

/** A template that lost one of its places must not lose a page's text silently. */
function fill(template: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((html, [place, by]) => {
    if (!place.test(html))
      throw new Error(`dist/index.html has no ${place}: build before prerendering, once.`);
    return html.replace(place, by);
  }, template);
}
