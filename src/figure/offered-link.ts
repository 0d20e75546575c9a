/** Links that are offered to readers: each opens, or it is said why there is none. */
import { MAX_LENGTH } from "../contract/url.ts";

/** Why the site would not read this link; nothing where it would. */
export const whyNoLink = (link: string): string =>
  new URL(link).search.length > MAX_LENGTH ? "What is drawn here is too much for a link." : "";
