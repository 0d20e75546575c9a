import { join } from "node:path";
import { HOME } from "../../src/app/site-path.ts";

/** The file of the built site that stands at a path of its pages; of a folder its page. */
export const fileAt = (dist: string, path: string): string =>
  join(dist, path.slice(HOME.length).replace(/(^|\/)$/, "$1index.html"));
