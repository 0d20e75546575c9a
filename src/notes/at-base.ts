/** The HTML with its links to pages of the site behind the folder that the site is built for, such as `"/notes/"`. */
export const atBase = (html: string, base: string): string =>
  base === "/" ? html : html.replace(/(<a\b[^>]*\shref=")\/(?!\/)/g, `$1${base}`);
