/**
 * The path of a page in the one form that the site uses: `/wgan/` for `//wgan//`, `/wgan` and `/wgan/index.html`, all of which
 * servers answer with the same page.
 */
export const pagePath = (path: string): string =>
  `/${path}/`.replace(/\/+(index\.html\/+)?$/, "/").replace(/\/{2,}/g, "/");

/** A link that was escaped as HTML by number and never read as such: what follows `&#38;` is no place on the page. */
export const unescapedLink = (link: string): string => link.replace(/&#(?:0*38|x0*26);/gi, "&");
