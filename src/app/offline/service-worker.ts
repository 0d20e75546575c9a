/**
 * Keeps the whole site for reading offline. A worker holds the files of one build: the next build's worker fetches what has
 * changed and then waits until a reader asks for it, so that a page never meets files of another build.
 */
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { SECTION_PATH, USE_NEW_VERSION } from "./names.ts";

declare const self: ServiceWorkerGlobalScope;
/** Files of the build with what tells their versions apart; put in place when the worker is built. */
declare const PRECACHE: PrecacheEntry[];

precacheAndRoute(PRECACHE, {
  // The query holds settings of demos, which are for the page's scripts.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  urlManipulation: ({ url }) => [new URL(`${url.pathname}/`, url)],
});
cleanupOutdatedCaches();
// The first visit's page is served from here too as soon as all is here.
clientsClaim();

registerRoute(
  ({ request }) => request.mode === "navigate",
  async ({ request, url }) => {
    try {
      return await fetch(request);
    } catch {
      const section = SECTION_PATH.exec(url.pathname);
      return section
        ? Response.redirect(`/${section[1]}/#${section[2]}`)
        : ((await matchPrecache("/offline.html")) ?? Response.error());
    }
  },
);

self.addEventListener("message", ({ data }) => {
  if (data === USE_NEW_VERSION) void self.skipWaiting();
});
