/** What a static host should send along, in the form that Netlify, Cloudflare Pages and others read: `_headers`. */
import { SERVICE_WORKER } from "../../src/app/offline/names.ts";
import { HOME } from "../../src/app/site-path.ts";
import { HEADERS } from "./csp.ts";

/** Files of the build are named by their content; the service worker has to be asked for each time. */
const CACHED: readonly (readonly [string, string])[] = [
  [`${HOME}assets/*`, "public, max-age=31536000, immutable"],
  [SERVICE_WORKER, "no-cache"],
];

export const hostHeaders = (): string =>
  [
    block(`${HOME}*`, HEADERS),
    ...CACHED.map(([path, caching]) => block(path, { "Cache-Control": caching })),
  ].join("");

const block = (path: string, headers: Readonly<Record<string, string>>): string =>
  `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join("")}`;
