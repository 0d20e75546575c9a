/**
 * The path of a page in the one form that the site uses: `/wgan/` for `//wgan//`, `/wgan` and `/wgan/index.html`, all of which
 * servers answer with the same page.
 */
export const pagePath = (path: string): string =>
  `/${path}/`.replace(/\/+(index\.html\/+)?$/, "/").replace(/\/{2,}/g, "/");
