/** Where the site will stand, which its pages cannot know: SITE_URL, like `https://notes.example.org`. */
import { basePath } from "./base-path.ts";

/** The origin, or null where none is given; then pages do without what needs one. The site's folder there is BASE_PATH. */
export function siteAddress(asked = process.env.SITE_URL): string | null {
  if (!asked) return null;
  const url = URL.canParse(asked) ? new URL(asked) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !["/", basePath()].includes(url.pathname) ||
    url.search ||
    url.hash
  ) {
    throw new Error(
      `SITE_URL is “${asked}”; it must be the address of the host's root, like https://notes.example.org; a folder there is named by BASE_PATH`,
    );
  }
  return url.origin;
}
