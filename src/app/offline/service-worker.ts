/**
 * Keeps the site for reading offline: all pages and all code from the first visit on, and what figures need besides once it was
 * used. A worker holds the files of one build: the next build's worker fetches what has changed and then waits until a
 * reader asks for it, so that a page never meets files of another build.
 */
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { sitePath } from "../site-path.ts";
import { FETCHED_CHANNEL, SECTION_PATH, USE_NEW_VERSION, type FetchedBefore } from "./names.ts";
import { dropOthers, fromStorage, keep, renew, type UsedFile } from "./used-files.ts";

declare const self: ServiceWorkerGlobalScope;
/** Files of the build with what tells their versions apart; put in place when the worker is built. */
declare const PRECACHE: PrecacheEntry[];
/** Its files that are kept once used. */
declare const USED: UsedFile[];
// Once: the list stands in the code wherever its name did.
const used: readonly UsedFile[] = USED;

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
        ? Response.redirect(`${section[1]}#${section[2]}`)
        : ((await matchPrecache(sitePath("/offline.html"))) ?? Response.error());
    }
  },
);

const usedAt = (url: URL): UsedFile | undefined =>
  url.origin === self.location.origin ? used.find((file) => file.url === url.pathname) : undefined;

// With a query it is a file on its way to storage.
registerRoute(
  ({ url }) => url.search === "" && usedAt(url) !== undefined,
  async ({ request, url, event }) => {
    const file = usedAt(url)!;
    const kept = await fromStorage(file);
    if (kept) return kept;
    const response = await fetch(request);
    // Where it cannot be kept the figure works all the same.
    event.waitUntil(keep(file, response.clone()).catch(() => false));
    return response;
  },
);

/** The browser still has them at hand. */
async function keepFetched(addresses: readonly string[]): Promise<void> {
  for (const file of addresses.flatMap((address) => usedAt(new URL(address)) ?? [])) {
    if (await fromStorage(file)) continue;
    await keep(file, await fetch(file.url, { cache: "force-cache" })).catch(() => false);
  }
}

self.addEventListener("install", (event) => event.waitUntil(renew(used)));
self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers(used));
  const channel = new BroadcastChannel(FETCHED_CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<FetchedBefore>) =>
    keepFetched(data.fetched),
  );
  channel.postMessage(null);
});

self.addEventListener("message", (event) => {
  const data = event.data as FetchedBefore | typeof USE_NEW_VERSION;
  event.waitUntil(data === USE_NEW_VERSION ? self.skipWaiting() : keepFetched(data.fetched));
});
