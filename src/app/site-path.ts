/** Paths of the site as they stand in addresses: behind the folder that the site was built for (`BASE_PATH`), or at the root. */

/** The first page, and where all others begin: `"/"` or `"/notes/"`. */
export const HOME = import.meta.env.BASE_URL;

/** `"/feed.xml"` as it stands in an address. */
export const sitePath = (path: string): string => HOME + path.slice(1);
