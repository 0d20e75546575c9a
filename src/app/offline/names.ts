/** What the page, its service worker and the scripts of the build agree on. */
import { HOME, sitePath } from "../site-path.ts";

/** Address of the service worker; where the site begins, so that it may serve every page. */
export const SERVICE_WORKER = sitePath("/sw.js");

/** Message to a waiting service worker: the reader wants the new version. */
export const USE_NEW_VERSION = "use new version";

/** Pages that stand for a section of a note where links are previewed: path of the note, section. */
export const SECTION_PATH = /^(\/.+\/)s\/([^/]+)\/?$/;

/** What a figure needs besides code: kept for reading offline once it was used, or when a reader asks for everything. */
export const IS_USED_FILE = new RegExp(`^${HOME}(data/|weights/|assets/poster-)`);

/** Address of the list of these files: `UsedFile[]` as JSON. */
export const USED_FILES = sitePath("/used-files.json");

/** Message of a page to its service worker: addresses that it had fetched before the worker was there. */
export interface FetchedBefore {
  readonly fetched: readonly string[];
}

/** Channel on which a service worker asks training workers for the same. */
export const FETCHED_CHANNEL = "fetched before";
