/** What the page, its service worker and the scripts of the build agree on. */

/** Address of the service worker; at the root, so that it may serve every page. */
export const SERVICE_WORKER = "/sw.js";

/** Message to a waiting service worker: the reader wants the new version. */
export const USE_NEW_VERSION = "use new version";

/** Pages that stand for a section of a note where links are previewed: note, section. */
export const SECTION_PATH = /^\/([^/]+)\/s\/([^/]+)\/?$/;
